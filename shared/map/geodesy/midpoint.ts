import { destination } from './destination.ts'
import { inverse } from './inverse.ts'
import type { LngLat } from './lng-lat.ts'

/** The place half way along the shortest line between two. */
export function midpoint(from: LngLat, to: LngLat): LngLat {
  const { distanceM, bearingDegrees } = inverse(from, to)
  return destination(from, bearingDegrees, distanceM / 2)
}
