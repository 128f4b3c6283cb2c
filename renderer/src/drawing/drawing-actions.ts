import type { Annotation, AnnotationChange, NewAnnotation } from '../../../shared/contract/annotations.ts'
import { categoryLabel } from '../../../shared/domain/annotations/annotation-category.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { checkFigure } from '../../../shared/domain/annotations/check-figure.ts'
import type { AppState } from '../stores/app-state.ts'
import type { AppStore } from '../stores/app-store.ts'
import { inOneWorld } from './in-one-world.ts'
import { isLocked } from './shown-annotations.ts'

export interface FigureEdit {
  readonly annotation: Annotation
  readonly figure: AnnotationFigure
}

/** The selected annotations, as the catalog has them. */
export function selectedOf(state: Pick<AppState, 'annotations' | 'selectedAnnotations'>): Annotation[] {
  const wanted = new Set(state.selectedAnnotations)
  return state.annotations.filter(({ annotationId }) => wanted.has(annotationId))
}

/** Those of them that may be changed; when none may, says why. */
export function changeable(store: AppStore, annotations: readonly Annotation[]): Annotation[] {
  const { annotationGroups, notify } = store.getState()
  const free = annotations.filter((annotation) => !isLocked(annotation, annotationGroups))
  if (free.length === 0 && annotations.length > 0)
    notify('error', 'This drawing layer is locked; unlock it under Layers to change what is in it.')
  return free
}

/** What people call an annotation: its label, or else what it marks. */
export function nameOf({ label, category, figure }: Pick<Annotation, 'label' | 'category' | 'figure'>): string {
  if (label !== '') return label
  return category === 'other' ? SHAPE_NAMES[figure.shape] : categoryLabel(category)
}

export const SHAPE_NAMES: Readonly<Record<AnnotationFigure['shape'], string>> = {
  point: 'Point',
  line: 'Line',
  arrow: 'Arrow',
  freehand: 'Freehand',
  polygon: 'Area',
  rectangle: 'Rectangle',
  circle: 'Circle',
  text: 'Text',
  photo: 'Photo',
}

/** `Access road` of one, `3 drawings` of several. */
export function namesOf(annotations: readonly Annotation[]): string {
  const [first] = annotations
  return annotations.length === 1 && first ? nameOf(first) : `${annotations.length} drawings`
}

/** Keeps what a tool made of figures as one step of undo; false where the catalog refused it, which was then told. */
export async function writeFigures(store: AppStore, edits: readonly FigureEdit[], verb: string): Promise<boolean> {
  const update: AnnotationChange[] = []
  for (const { annotation, figure } of edits) {
    const check = checkFigure(inOneWorld(figure))
    if (!check.ok) {
      store.getState().notify('error', check.reason)
      return false
    }
    update.push({ annotationId: annotation.annotationId, figure: check.figure })
  }
  if (update.length === 0) return true
  const stepLabel = `${verb} ${namesOf(edits.map(({ annotation }) => annotation))}`
  return (await store.getState().writeAnnotations({ update, stepLabel })) !== null
}

export async function removeSelected(store: AppStore): Promise<void> {
  const annotations = changeable(store, selectedOf(store.getState()))
  if (annotations.length === 0) return
  const remove = annotations.map(({ annotationId }) => annotationId)
  const stepLabel = `Delete ${namesOf(annotations)}`
  if ((await store.getState().writeAnnotations({ remove, stepLabel })) === null) return
  store.getState().selectAnnotations([])
}

/** Copies lie beside their originals, by as much as can be told apart on the screen, and are selected. */
export async function duplicateSelected(
  store: AppStore,
  beside: (figure: AnnotationFigure) => AnnotationFigure,
): Promise<void> {
  const { annotationGroups } = store.getState()
  const annotations = selectedOf(store.getState())
  if (annotations.length === 0) return
  const create = annotations.map((annotation): NewAnnotation => {
    const { siteId, groupId, label, text, category, style, photo } = annotation
    const figure = inOneWorld(beside(annotation.figure))
    // A copy of what is in a locked layer is free.
    return {
      figure,
      siteId,
      groupId: isLocked(annotation, annotationGroups) ? null : groupId,
      label,
      text,
      category,
      style,
      photo,
    }
  })
  const created = await store.getState().writeAnnotations({ create, stepLabel: `Duplicate ${namesOf(annotations)}` })
  if (created !== null) store.getState().selectAnnotations(created)
}

/** All annotations of the drawing layers that the selected ones are in; with none selected, of the one that is drawn into. */
export function selectAllOfGroup(store: AppStore): void {
  const state = store.getState()
  const selected = selectedOf(state)
  const groups = new Set(selected.length > 0 ? selected.map(({ groupId }) => groupId) : [state.drawingGroupId])
  state.selectAnnotations(
    state.annotations.filter(({ groupId }) => groups.has(groupId)).map(({ annotationId }) => annotationId),
  )
}
