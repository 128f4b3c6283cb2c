import type { Geometry } from 'geojson'
import { walkPositions } from './walk-positions.ts'

export interface GeometryFigures {
  readonly vertices: number
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number]
}

/** Degrees that rounding may put beyond a pole or the date line. */
const SLACK = 1e-6

/**
 * Counts and bounds a geometry.
 * @returns a phrase where it has no positions, or one that lies outside the world.
 */
export function geometryFigures(geometry: Geometry): GeometryFigures | string {
  let vertices = 0
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  let problem: string | null = null
  walkPositions(geometry, ([x, y]) => {
    vertices += 1
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      problem ??= 'has a position that is no number'
    else if (Math.abs(x) > 180 + SLACK) problem ??= `longitude ${x} is outside -180 to 180`
    else if (Math.abs(y) > 90 + SLACK)
      problem ??=
        Math.abs(x) <= 90 && Math.abs(y) <= 180
          ? `latitude ${y} is outside -90 to 90; latitude and longitude look swapped`
          : `latitude ${y} is outside -90 to 90`
    else {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  })
  if (problem !== null) return problem
  return vertices === 0 ? 'has a geometry without positions' : { vertices, box: [west, south, east, north] }
}
