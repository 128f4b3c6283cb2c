import type { Annotation, AnnotationGroup } from '../../../shared/contract/annotations.ts'
import type { AppState } from '../stores/app-state.ts'
import { isInFilter } from '../stores/drawing-slice.ts'

type Part = Pick<AppState, 'annotations' | 'annotationGroups' | 'drawingFilter' | 'selectedId'>

/**
 * The annotations that the map shows, the lowest first: by the order of their drawing layers, and within one the areas
 * under the lines under the points, else a large area would hide what stands on it.
 */
export function shownAnnotations({ annotations, annotationGroups, drawingFilter, selectedId }: Part): Annotation[] {
  const groupOf = new Map(annotationGroups.map((group, at) => [group.groupId, { group, at }]))
  const place = (annotation: Annotation) => groupOf.get(annotation.groupId ?? '')?.at ?? -1
  return annotations
    .filter(
      (annotation) =>
        groupOf.get(annotation.groupId ?? '')?.group.isHidden !== true &&
        isInFilter(annotation, drawingFilter, selectedId),
    )
    .sort((one, other) => place(one) - place(other) || heightOf(one) - heightOf(other))
}

/** True where the annotation's drawing layer is locked. */
export function isLocked(annotation: Annotation, groups: readonly AnnotationGroup[]): boolean {
  return groups.some((group) => group.groupId === annotation.groupId && group.isLocked)
}

function heightOf({ figure }: Annotation): number {
  if (figure.geometry.type === 'Point') return figure.radiusMetres === null ? 2 : 0
  return figure.geometry.type === 'LineString' ? 1 : 0
}
