import { CRS, latLng } from 'leaflet'
import { destination } from '../../../shared/map/geodesy/destination.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'

/** Leaflet's circles are drawn on a sphere: metres there for metres on the ellipsoid, so that the edge shows where it lies. */
export function leafletRadius(center: LngLat, radiusM: number): number {
  return radiusM * spherePerEllipsoid(center, radiusM)
}

/** Metres on the ellipsoid for the radius of one of Leaflet's circles. */
export function ellipsoidRadius(center: LngLat, leafletRadiusM: number): number {
  let radiusM = leafletRadiusM
  // The ratio hardly changes with the radius, so that this settles at once.
  for (let step = 0; step < 3; step += 1) radiusM = leafletRadiusM / spherePerEllipsoid(center, radiusM)
  return radiusM
}

function spherePerEllipsoid(center: LngLat, radiusM: number): number {
  if (!(radiusM > 0)) return 1
  const [longitude, latitude] = destination(center, 90, radiusM)
  return CRS.Earth.distance(latLng(center[1], center[0]), latLng(latitude, longitude)) / radiusM
}
