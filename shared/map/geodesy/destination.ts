import type { LngLat } from './lng-lat.ts'
import { WGS84 } from './wgs84.ts'

/**
 * The place that lies `distanceM` metres from another in the direction `bearingDegrees`, clockwise from true north,
 * on the WGS 84 ellipsoid. Its longitude is the one next to the start's, so that no line jumps round the world at 180°.
 */
export function destination(from: LngLat, bearingDegrees: number, distanceM: number): LngLat {
  const { lat2 = from[1], lon2 = from[0] } = WGS84.Direct(from[1], from[0], bearingDegrees, distanceM)
  return [lon2 + 360 * Math.round((from[0] - lon2) / 360), lat2]
}
