import { destination } from './destination.ts'
import type { LngLat } from './lng-lat.ts'

/**
 * The ring of places that are all `radiusM` metres from a centre, counter-clockwise and closed, as GeoJSON wants it.
 * `corners` straight sides hold `corners / 2π · sin(2π / corners)` of the circle: 99.96 % with 128.
 */
export function circlePolygon(center: LngLat, radiusM: number, corners = 128): LngLat[] {
  const ring = Array.from({ length: corners }, (_, at) => destination(center, -(360 / corners) * at, radiusM))
  if (ring[0]) ring.push(ring[0])
  return ring
}
