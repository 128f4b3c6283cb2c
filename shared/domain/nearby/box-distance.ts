import type { LngLat } from '../../map/geodesy/lng-lat.ts'

/** West, south, east, north in degrees. */
export interface DegreeBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const RADIANS = Math.PI / 180

/**
 * Least radius of curvature of the WGS 84 ellipsoid, metres: the meridian's at the equator. On a sphere of this radius
 * no distance is longer than on the ellipsoid.
 */
const LEAST_RADIUS_M = 6_335_439.327

/** Metres that a place is at least away from whatever lies in a box; 0 inside. Never more than the true distance. */
export function boxDistanceM([longitude, latitude]: LngLat, { west, south, east, north }: DegreeBox): number {
  const up = Math.max(0, south - latitude, latitude - north)
  // A box may be nearer the other way round the world.
  const turned = longitude + 360 * Math.round(((west + east) / 2 - longitude) / 360)
  const across = Math.min(180, Math.max(0, west - turned, turned - east))
  if (up === 0 && across === 0) return 0
  const farthest = Math.min(90, Math.max(Math.abs(south), Math.abs(north), Math.abs(latitude)))
  const half =
    Math.sin((up * RADIANS) / 2) ** 2 +
    Math.cos(latitude * RADIANS) * Math.cos(farthest * RADIANS) * Math.sin((across * RADIANS) / 2) ** 2
  return 2 * LEAST_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** A box of degrees that holds every place within `radiusM` metres; all longitudes near a pole. */
export function boxAround([longitude, latitude]: LngLat, radiusM: number): DegreeBox {
  const angle = radiusM / LEAST_RADIUS_M
  const up = angle / RADIANS
  const south = Math.max(-90, latitude - up)
  const north = Math.min(90, latitude + up)
  const cosine = Math.cos(latitude * RADIANS)
  const reachesPole = latitude + up >= 90 || latitude - up <= -90 || Math.sin(angle) >= cosine
  if (reachesPole) return { west: -180, south, east: 180, north }
  const across = Math.asin(Math.sin(angle) / cosine) / RADIANS
  return { west: longitude - across, south, east: longitude + across, north }
}
