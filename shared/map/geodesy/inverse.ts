import type { LngLat } from './lng-lat.ts'
import { WGS84 } from './wgs84.ts'

export interface Leg {
  /** Metres along the shortest line on the WGS 84 ellipsoid. */
  readonly distanceM: number
  /** Degrees clockwise from true north at the start, 0 up to but not including 360; 0 where both places are one. */
  readonly bearingDegrees: number
}

/**
 * Distance and first bearing from one place to another, by Karney's geodesics (J. Geodesy 87, 2013), which are right
 * to some nanometres. A map that measures on a sphere is wrong by up to 0.5 %.
 */
export function inverse(from: LngLat, to: LngLat): Leg {
  const { s12 = 0, azi1 = 0 } = WGS84.Inverse(from[1], from[0], to[1], to[0])
  return { distanceM: s12, bearingDegrees: s12 === 0 ? 0 : normalBearing(azi1) }
}

/** The same direction as a bearing from 0 up to but not including 360. */
export function normalBearing(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360
  return turned === 360 ? 0 : turned
}
