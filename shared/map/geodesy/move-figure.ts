import type { AnnotationFigure } from '../../domain/annotations/annotation-figure.ts'
import type { LngLat } from './lng-lat.ts'
import { mapFigure } from './map-figure.ts'
import { metresPerDegree } from './metres-per-degree.ts'

/**
 * Moves a figure so that what was at `from` comes to lie at `to`. It keeps its size on the ground: a building pad that
 * is dragged north on a Mercator map would else lose acres. Sides along meridians and parallels stay along them.
 */
export function moveFigure(figure: AnnotationFigure, from: LngLat, to: LngLat): AnnotationFigure {
  const before = metresPerDegree(from[1])
  const after = metresPerDegree(to[1])
  const east = before.longitude / after.longitude
  const north = before.latitude / after.latitude
  return mapFigure(figure, ([longitude, latitude]) => [
    to[0] + (longitude - from[0]) * east,
    to[1] + (latitude - from[1]) * north,
  ])
}
