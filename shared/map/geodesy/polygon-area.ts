import type { LngLat } from './lng-lat.ts'
import { WGS84 } from './wgs84.ts'

export interface Surface {
  /** Square metres inside the outer ring and outside the holes, never below 0. */
  readonly areaM2: number
  /** Metres around the outer ring and around every hole. */
  readonly perimeterM: number
}

/**
 * Area and perimeter of a polygon on the WGS 84 ellipsoid (Karney 2013, section 6). A ring may repeat its first place
 * at its end. Of a ring that crosses itself, parts that turn the other way count against the rest.
 */
export function polygonSurface(rings: readonly (readonly LngLat[])[]): Surface {
  let areaM2 = 0
  let perimeterM = 0
  rings.forEach((ring, index) => {
    const surface = ringSurface(ring)
    areaM2 += index === 0 ? surface.areaM2 : -surface.areaM2
    perimeterM += surface.perimeterM
  })
  return { areaM2: Math.max(0, areaM2), perimeterM }
}

function ringSurface(ring: readonly LngLat[]): Surface {
  const polygon = WGS84.Polygon(false)
  const first = ring[0]
  const last = ring.at(-1)
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  const end = isClosed ? ring.length - 1 : ring.length
  for (let at = 0; at < end; at += 1) {
    const place = ring[at]
    if (place) polygon.AddPoint(place[1], place[0])
  }
  const { area = 0, perimeter } = polygon.Compute(false, true)
  return { areaM2: end < 3 ? 0 : Math.abs(area), perimeterM: end < 2 ? 0 : perimeter }
}
