import type { AnnotationFigure, LonLat } from '../../domain/annotations/annotation-figure.ts'
import { circleSurface } from './circle-surface.ts'
import { inverse } from './inverse.ts'
import { pathLengthM } from './path-length.ts'
import { polygonSurface, type Surface } from './polygon-area.ts'

/** What can be measured of something drawn, on the WGS 84 ellipsoid; null where it has no such thing. */
export interface FigureMeasures {
  readonly lengthM: number | null
  /** From the first place to the last, degrees clockwise from true north. */
  readonly bearingDegrees: number | null
  readonly areaM2: number | null
  readonly perimeterM: number | null
  readonly radiusM: number | null
}

const NOTHING: FigureMeasures = {
  lengthM: null,
  bearingDegrees: null,
  areaM2: null,
  perimeterM: null,
  radiusM: null,
}

/** Measures something drawn. Straight sides are geodesics: what a taut rope over the ground would follow. */
export function figureMeasures({ geometry, radiusMetres }: AnnotationFigure): FigureMeasures {
  switch (geometry.type) {
    case 'Point':
      return radiusMetres === null
        ? NOTHING
        : { ...NOTHING, ...circleSurface(geometry.coordinates, radiusMetres), radiusM: radiusMetres }
    case 'LineString':
      return { ...NOTHING, lengthM: pathLengthM(geometry.coordinates), bearingDegrees: bearingOf(geometry.coordinates) }
    case 'Polygon':
      return { ...NOTHING, ...polygonSurface(geometry.coordinates) }
    case 'MultiPolygon':
      return { ...NOTHING, ...addedUp(geometry.coordinates.map(polygonSurface)) }
  }
}

function addedUp(surfaces: readonly Surface[]): Surface {
  let [areaM2, perimeterM] = [0, 0]
  for (const surface of surfaces) {
    areaM2 += surface.areaM2
    perimeterM += surface.perimeterM
  }
  return { areaM2, perimeterM }
}

function bearingOf(line: readonly LonLat[]): number | null {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return null
  return inverse(first, last).bearingDegrees
}
