import type { AnnotationFigure } from '../../domain/annotations/annotation-figure.ts'
import { destination } from './destination.ts'
import { figurePlaces } from './figure-places.ts'

/** Degrees WGS 84. */
export interface FigureBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The least box of degrees around a figure; of a circle, around all of it. */
export function figureBox(figure: AnnotationFigure): FigureBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const radius = figure.radiusMetres
  for (const place of figurePlaces(figure)) {
    const around = radius === null ? [place] : [0, 90, 180, 270].map((bearing) => destination(place, bearing, radius))
    for (const [longitude, latitude] of around) {
      west = Math.min(west, longitude)
      east = Math.max(east, longitude)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  }
  return { west, south, east, north }
}

/** The middle of a figure's box, about which it is moved and turned. */
export function figureCenter(figure: AnnotationFigure): [longitude: number, latitude: number] {
  const { west, south, east, north } = figureBox(figure)
  return [(west + east) / 2, (south + north) / 2]
}
