import { circlePolygon } from './circle-polygon.ts'
import type { LngLat } from './lng-lat.ts'
import { polygonSurface, type Surface } from './polygon-area.ts'

const CORNERS = 360

/**
 * Area inside and length around all places `radiusM` metres from a centre on the WGS 84 ellipsoid. The polygon that is
 * measured lies inside the circle; what it leaves out is made good by the ratio of a circle to it in the plane, which
 * is right to a millionth for any radius that fits on a map.
 */
export function circleSurface(center: LngLat, radiusM: number): Surface {
  if (!(radiusM > 0)) return { areaM2: 0, perimeterM: 0 }
  const inside = polygonSurface([circlePolygon(center, radiusM, CORNERS)])
  const half = Math.PI / CORNERS
  return {
    areaM2: (inside.areaM2 * 2 * half) / Math.sin(2 * half),
    perimeterM: (inside.perimeterM * half) / Math.sin(half),
  }
}
