import type { Map as LeafletMap } from 'leaflet'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { figureCenter } from '../../../shared/map/geodesy/figure-box.ts'
import { moveFigure } from '../../../shared/map/geodesy/move-figure.ts'

/** A figure so many pixels of the screen to the right of, and below, where it is. */
export function shiftFigure(
  map: LeafletMap,
  figure: AnnotationFigure,
  rightPx: number,
  downPx: number,
): AnnotationFigure {
  const [longitude, latitude] = figureCenter(figure)
  // Pixels of the world, as those of the container are whole ones: presses of a key would add up to another place.
  const { lat, lng } = map.unproject(map.project([latitude, longitude]).add([rightPx, downPx]))
  return moveFigure(figure, [longitude, latitude], [lng, lat])
}
