import type { AnnotationChange, NewAnnotation } from '../../../shared/contract/annotations.ts'
import { checkFigure } from '../../../shared/domain/annotations/check-figure.ts'
import type { AppStore } from '../stores/app-store.ts'
import type { Cut } from './cut-session.ts'
import { namesOf } from './drawing-actions.ts'

/** Keeps what a cut left as one step of undo: the first piece is the annotation still, further ones are copies of it. */
export async function keepCuts(store: AppStore, cuts: readonly Cut[]): Promise<string> {
  if (cuts.length === 0) return 'The area touched nothing that could be cut.'
  const update: AnnotationChange[] = []
  const create: NewAnnotation[] = []
  const remove: string[] = []
  for (const { annotation, left } of cuts) {
    const { annotationId, siteId, groupId, label, text, category, style, photo } = annotation
    // Slivers that have no extent of their own are no pieces.
    const pieces = left.flatMap((figure) => {
      const check = checkFigure(figure)
      return check.ok ? [check.figure] : []
    })
    const [first, ...others] = pieces
    if (first) update.push({ annotationId, figure: first })
    else remove.push(annotationId)
    for (const figure of others) create.push({ figure, siteId, groupId, label, text, category, style, photo })
  }
  const names = namesOf(cuts.map(({ annotation }) => annotation))
  const written = await store.getState().writeAnnotations({ update, create, remove, stepLabel: `Cut ${names}` })
  return written === null ? 'The cut was not kept.' : `Cut: ${names}.`
}
