import { boxDistanceM } from '../../../shared/domain/nearby/box-distance.ts'
import { inverse } from '../../../shared/map/geodesy/inverse.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'

export interface PlacedCandidate {
  readonly longitude: number
  readonly latitude: number
}

export interface NearestCandidate<T> {
  readonly each: T
  readonly place: LngLat
  readonly distanceM: number
}

/** The nearest of many points within a radius, or null. */
export function nearestPlace<T extends PlacedCandidate>(
  from: LngLat,
  candidates: Iterable<T>,
  radiusM: number,
): NearestCandidate<T> | null {
  let best: NearestCandidate<T> | null = null
  for (const each of candidates) {
    const { longitude, latitude } = each
    const limit: number = best?.distanceM ?? radiusM
    if (boxDistanceM(from, { west: longitude, east: longitude, south: latitude, north: latitude }) > limit) continue
    const place: LngLat = [longitude, latitude]
    const { distanceM } = inverse(from, place)
    if (distanceM < limit || (best === null && distanceM <= limit)) best = { each, place, distanceM }
  }
  return best
}
