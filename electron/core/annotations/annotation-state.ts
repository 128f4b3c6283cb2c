import { type Annotation, type AnnotationPart, annotationParts } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import type { AnnotationMark } from '../../../shared/domain/annotations/annotation-marks.ts'
import { checkFigure } from '../../../shared/domain/annotations/check-figure.ts'
import { defaultStyle } from '../../../shared/domain/annotations/default-style.ts'
import type { Db } from '../db/database.ts'
import { crossesItself } from '../import/layers/self-intersection.ts'
import { readRowState } from '../oplog/row-state.ts'
import { isAnnotationPart } from './annotation-cells.ts'

export interface AnnotationState {
  readonly annotation: Annotation
  readonly isGone: boolean
  /** The op that drew it. */
  readonly madeBy: string
}

/** An annotation as its ops leave it; null where they draw nothing that this version can keep. */
export function annotationState(db: Db, annotationId: string): AnnotationState | null {
  const state = readRowState(db, 'annotation', annotationId, isAnnotationPart)
  const check = checkFigure(state?.values['figure'])
  if (state === null || !check.ok) return null
  const { values } = state
  const category = understood('category', values, 'other')
  return {
    isGone: state.isGone,
    madeBy: state.madeBy,
    annotation: {
      annotationId,
      figure: check.figure,
      siteId: understood('siteId', values, null),
      groupId: understood('groupId', values, null),
      label: understood('label', values, ''),
      text: understood('text', values, ''),
      category,
      style: understood('style', values, defaultStyle(category)),
      photo: understood('photo', values, null),
      marks: marksOf(check.figure),
      conflicts: [...state.conflicts.keys()].filter(isAnnotationPart).sort(),
      author: state.author,
      createdAt: state.createdAt,
      changedBy: state.changedBy,
      changedAt: state.changedAt,
    },
  }
}

/** A part as it was written, or what stands for it where nobody, or a newer version that this one does not follow, wrote it. */
function understood<P extends AnnotationPart>(
  part: P,
  values: Readonly<Record<string, unknown>>,
  otherwise: Annotation[P],
): Annotation[P] {
  const parsed = annotationParts[part].safeParse(values[part])
  return parsed.success ? (parsed.data as Annotation[P]) : otherwise
}

function marksOf({ geometry }: AnnotationFigure): AnnotationMark[] {
  const marks: AnnotationMark[] = []
  if (geometry.type === 'Point' && geometry.coordinates[0] === 0 && geometry.coordinates[1] === 0)
    marks.push('atZeroZero')
  if (crossesItself(geometry) === true) marks.push('crossesItself')
  return marks
}
