import { inverse } from './inverse.ts'
import type { LngLat } from './lng-lat.ts'

/** Metres along a line of shortest legs; 0 for fewer than two places. */
export function pathLengthM(path: readonly LngLat[]): number {
  let lengthM = 0
  for (let at = 1; at < path.length; at += 1) {
    const from = path[at - 1]
    const to = path[at]
    if (from && to) lengthM += inverse(from, to).distanceM
  }
  return lengthM
}
