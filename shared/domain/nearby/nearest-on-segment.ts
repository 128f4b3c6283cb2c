import type { LngLat } from '../../map/geodesy/lng-lat.ts'
import { metresPerDegree } from '../../map/geodesy/metres-per-degree.ts'
import { WGS84 } from '../../map/geodesy/wgs84.ts'

/** The place of a geometry that is nearest to another place. */
export interface NearestPlace {
  readonly place: LngLat
  readonly distanceM: number
}

const RADIANS = Math.PI / 180
const MOST_STEPS = 12
/** The foot is known well enough where another step would move it by less. */
const FINE_M = 1e-4

/**
 * The nearest place of a segment that is straight in degrees, as map files mean it, by distance on the WGS 84
 * ellipsoid. The foot of the perpendicular in the plane is moved by Newton's method until the shortest line meets the
 * segment at a right angle.
 */
export function nearestOnSegment(from: LngLat, start: LngLat, end: LngLat): NearestPlace {
  const alongLongitude = end[0] - start[0]
  const alongLatitude = end[1] - start[1]
  let share = footInPlane(from, start, alongLongitude, alongLatitude)
  let nearest = at(from, start, alongLongitude, alongLatitude, share)
  for (let step = 0; step < MOST_STEPS && nearest.distanceM > FINE_M; step += 1) {
    const metres = metresPerDegree(nearest.place[1])
    const east = alongLongitude * metres.longitude
    const north = alongLatitude * metres.latitude
    const lengthSquared = east * east + north * north
    if (lengthSquared === 0) break
    const slope = Math.sin(nearest.azimuth) * east + Math.cos(nearest.azimuth) * north
    const next = clamp(share - (nearest.distanceM * slope) / lengthSquared)
    if (Math.abs(next - share) * Math.sqrt(lengthSquared) < FINE_M) break
    const moved = at(from, start, alongLongitude, alongLatitude, next)
    if (moved.distanceM > nearest.distanceM) break
    share = next
    nearest = moved
  }
  return { place: nearest.place, distanceM: nearest.distanceM }
}

/** The place at a share of the segment, its distance, and the direction in radians in which the line from `from` arrives. */
function at(from: LngLat, start: LngLat, alongLongitude: number, alongLatitude: number, share: number) {
  const place: LngLat = [start[0] + share * alongLongitude, start[1] + share * alongLatitude]
  const { s12: distanceM = 0, azi2 = 0 } = WGS84.Inverse(from[1], from[0], place[1], place[0])
  return { place, distanceM, azimuth: azi2 * RADIANS }
}

function footInPlane(from: LngLat, start: LngLat, alongLongitude: number, alongLatitude: number): number {
  const narrow = Math.cos(from[1] * RADIANS)
  const x = alongLongitude * narrow
  const away = from[0] - start[0]
  const turned = away - 360 * Math.round(away / 360)
  const lengthSquared = x * x + alongLatitude * alongLatitude
  if (lengthSquared === 0) return 0
  return clamp((turned * narrow * x + (from[1] - start[1]) * alongLatitude) / lengthSquared)
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
