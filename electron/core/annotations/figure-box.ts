import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { walkPositions } from '../import/layers/walk-positions.ts'

export interface FigureBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly vertices: number
}

const METRES_A_DEGREE = 111_320

/** The degrees that a figure spans, and of how many vertices it is. A circle is taken a little too large. */
export function figureBox({ geometry, radiusMetres }: AnnotationFigure): FigureBox {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity, vertices: 0 }
  walkPositions(geometry, ([longitude = 0, latitude = 0]) => {
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
    box.vertices += 1
  })
  if (radiusMetres === null) return box
  const latitudes = (radiusMetres / METRES_A_DEGREE) * 1.01
  const longitudes = latitudes / Math.cos((Math.max(Math.abs(box.south), Math.abs(box.north)) * Math.PI) / 180)
  return {
    ...box,
    west: box.west - longitudes,
    east: box.east + longitudes,
    south: box.south - latitudes,
    north: box.north + latitudes,
  }
}
