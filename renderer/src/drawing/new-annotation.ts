import type { NewAnnotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { defaultStyle } from '../../../shared/domain/annotations/default-style.ts'
import { figureCenter } from '../../../shared/map/geodesy/figure-box.ts'
import { inverse } from '../../../shared/map/geodesy/inverse.ts'
import type { AppState } from '../stores/app-state.ts'

/** Nobody draws a site's plan farther from it than this; what lies farther off belongs to the region. */
const NEAR_SITE_M = 30_000

/** What a shape that was just drawn becomes: in the chosen drawing layer, of the open site when it lies near it. */
export function newAnnotation(figure: AnnotationFigure, state: AppState): NewAnnotation {
  const { drawingGroupId, annotationGroups, drawingCategory, photoToPlace } = state
  const group = annotationGroups.find(({ groupId }) => groupId === drawingGroupId)
  const photo = figure.shape === 'photo' ? photoToPlace : null
  return {
    figure,
    siteId: photo?.siteId ?? openSiteNear(figure, state),
    // What cannot be kept in a locked layer is kept outside of it rather than lost.
    groupId: group && !group.isLocked ? group.groupId : null,
    label: (photo?.caption ?? '').slice(0, 200),
    text: '',
    category: drawingCategory,
    style: defaultStyle(drawingCategory),
    photo: photo ? { evidenceId: photo.evidenceId, bearingDegrees: photo.bearingDegrees } : null,
  }
}

function openSiteNear(figure: AnnotationFigure, { selectedId, columns, rowOf }: AppState): string | null {
  const row = selectedId === null ? undefined : rowOf.get(selectedId)
  if (row === undefined || columns === null) return null
  const longitude = columns.numbers.longitude[row] ?? Number.NaN
  const latitude = columns.numbers.latitude[row] ?? Number.NaN
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null
  return inverse([longitude, latitude], figureCenter(figure)).distanceM <= NEAR_SITE_M ? selectedId : null
}
