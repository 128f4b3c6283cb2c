const EQUATORIAL_RADIUS_M = 6_378_137
const FLATTENING = 1 / 298.257_223_563
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)
const RADIANS = Math.PI / 180

/** Metres of one degree of latitude and of longitude at a latitude of the WGS 84 ellipsoid, from its two radii of curvature. */
export function metresPerDegree(latitude: number): { readonly latitude: number; readonly longitude: number } {
  const sine = Math.sin(latitude * RADIANS)
  const root = Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
  return {
    latitude: ((EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / root ** 3) * RADIANS,
    longitude: (EQUATORIAL_RADIUS_M / root) * Math.cos(latitude * RADIANS) * RADIANS,
  }
}
