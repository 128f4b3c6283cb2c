import type { LngLat } from '../../map/geodesy/lng-lat.ts'
import { WGS84 } from '../../map/geodesy/wgs84.ts'

export interface EqualAreaProjection {
  /** Metres east and north of the center. */
  toPlane(place: LngLat): readonly [east: number, north: number]
  toDegrees(east: number, north: number): LngLat
}

const RADIANS = Math.PI / 180
const SQUARED = WGS84.f * (2 - WGS84.f)
const ECCENTRICITY = Math.sqrt(SQUARED)
const MOST_STEPS = 10

/**
 * Lambert's azimuthal equal-area projection of the WGS 84 ellipsoid: every area is true, and lengths nearly so around
 * the center. Snyder, Map Projections: A Working Manual (USGS 1395), equations 3-12, 3-16 and 24-14 to 24-29.
 */
export function equalAreaProjection([centerLongitude, centerLatitude]: LngLat): EqualAreaProjection {
  const atPole = authalic(1)
  const radius = WGS84.a * Math.sqrt(atPole / 2)
  const sineCenter = Math.sin(centerLatitude * RADIANS)
  const sine1 = authalic(sineCenter) / atPole
  const cosine1 = Math.sqrt(1 - sine1 * sine1)
  const scale =
    (WGS84.a * Math.cos(centerLatitude * RADIANS)) / Math.sqrt(1 - SQUARED * sineCenter ** 2) / (radius * cosine1)
  return {
    toPlane([longitude, latitude]) {
      const across = (longitude - centerLongitude) * RADIANS
      const sine = authalic(Math.sin(latitude * RADIANS)) / atPole
      const cosine = Math.sqrt(Math.max(0, 1 - sine * sine))
      const stretch = radius * Math.sqrt(2 / (1 + sine1 * sine + cosine1 * cosine * Math.cos(across)))
      return [
        stretch * scale * cosine * Math.sin(across),
        (stretch / scale) * (cosine1 * sine - sine1 * cosine * Math.cos(across)),
      ]
    },
    toDegrees(east, north) {
      const away = Math.hypot(east / scale, scale * north)
      if (away === 0) return [centerLongitude, centerLatitude]
      const angle = 2 * Math.asin(Math.min(1, away / (2 * radius)))
      const sinAngle = Math.sin(angle)
      const cosAngle = Math.cos(angle)
      const q = atPole * (cosAngle * sine1 + (scale * north * sinAngle * cosine1) / away)
      const across = Math.atan2(
        east * sinAngle,
        scale * away * cosine1 * cosAngle - scale * scale * north * sine1 * sinAngle,
      )
      return [centerLongitude + across / RADIANS, latitudeOf(q, atPole) / RADIANS]
    },
  }
}

/** Snyder's q of the sine of a latitude (3-12). */
function authalic(sine: number): number {
  const each = ECCENTRICITY * sine
  return (1 - SQUARED) * (sine / (1 - each * each) - Math.log((1 - each) / (1 + each)) / (2 * ECCENTRICITY))
}

/** The latitude, radians, whose q is this (3-16). */
function latitudeOf(q: number, atPole: number): number {
  let latitude = Math.asin(Math.min(1, Math.max(-1, q / atPole)))
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const sine = Math.sin(latitude)
    const cosine = Math.cos(latitude)
    if (cosine < 1e-12) break
    const change = ((q - authalic(sine)) * (1 - SQUARED * sine * sine) ** 2) / (2 * (1 - SQUARED) * cosine)
    latitude += change
    if (Math.abs(change) < 1e-15) break
  }
  return latitude
}
