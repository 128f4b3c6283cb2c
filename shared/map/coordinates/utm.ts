import type { Position } from '../../domain/site/site-value.ts'

/** A place on the Universal Transverse Mercator grid of WGS 84. */
export interface UtmPosition {
  /** 1 to 60. */
  readonly zone: number
  readonly hemisphere: 'N' | 'S'
  /** Metres. */
  readonly easting: number
  readonly northing: number
}

/** The grid ends at these latitudes, in degrees; the poles have a grid of their own. */
export const UTM_SOUTH_END = -80
export const UTM_NORTH_END = 84

const EQUATORIAL_RADIUS_M = 6_378_137
const FLATTENING = 1 / 298.257_223_563
const SCALE = 0.9996
const FALSE_EASTING_M = 500_000
const FALSE_NORTHING_SOUTH_M = 10_000_000

const N = FLATTENING / (2 - FLATTENING)
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING))
const RECTIFYING_RADIUS_M = (EQUATORIAL_RADIUS_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)

// Krüger's series to the fourth order (Karney 2011, equations 35 and 36): exact to a thousandth of a millimetre.
const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1_440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49_561 / 161_280) * N ** 4,
]
const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
  (1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1_440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4_397 / 161_280) * N ** 4,
]

/** The zone of a place, with the wider zones of Norway and Svalbard. */
export function utmZone({ latitude, longitude }: Position): number {
  if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12) return 32
  if (latitude >= 72 && longitude >= 0 && longitude < 42) return SVALBARD.find(([end]) => longitude < end)![1]
  return Math.min(60, Math.floor((longitude + 180) / 6) + 1)
}

const SVALBARD: readonly (readonly [endLongitude: number, zone: number])[] = [
  [9, 31],
  [21, 33],
  [33, 35],
  [42, 37],
]

/** Grid coordinates of a place, or null beyond the grid's ends. */
export function toUtm(position: Position): UtmPosition | null {
  const { latitude, longitude } = position
  if (!(latitude >= UTM_SOUTH_END && latitude <= UTM_NORTH_END && Math.abs(longitude) <= 180)) return null
  const zone = utmZone(position)
  const fromMeridian = radians(longitude - centralMeridian(zone))
  const conformal = conformalTangent(Math.tan(radians(latitude)))
  const xi0 = Math.atan2(conformal, Math.cos(fromMeridian))
  const eta0 = Math.asinh(Math.sin(fromMeridian) / Math.hypot(conformal, Math.cos(fromMeridian)))
  let xi = xi0
  let eta = eta0
  ALPHA.forEach((alpha, index) => {
    const order = 2 * (index + 1)
    xi += alpha * Math.sin(order * xi0) * Math.cosh(order * eta0)
    eta += alpha * Math.cos(order * xi0) * Math.sinh(order * eta0)
  })
  const northing = SCALE * RECTIFYING_RADIUS_M * xi
  return {
    zone,
    hemisphere: latitude < 0 ? 'S' : 'N',
    easting: FALSE_EASTING_M + SCALE * RECTIFYING_RADIUS_M * eta,
    northing: latitude < 0 ? northing + FALSE_NORTHING_SOUTH_M : northing,
  }
}

/** The place of grid coordinates, or null where they lie off the grid. */
export function fromUtm({ zone, hemisphere, easting, northing }: UtmPosition): Position | null {
  if (!(zone >= 1 && zone <= 60 && easting >= 100_000 && easting < 1_000_000)) return null
  if (!(northing >= 0 && northing <= FALSE_NORTHING_SOUTH_M)) return null
  const trueNorthing = hemisphere === 'S' ? northing - FALSE_NORTHING_SOUTH_M : northing
  const xi = trueNorthing / (SCALE * RECTIFYING_RADIUS_M)
  const eta = (easting - FALSE_EASTING_M) / (SCALE * RECTIFYING_RADIUS_M)
  let xi0 = xi
  let eta0 = eta
  BETA.forEach((beta, index) => {
    const order = 2 * (index + 1)
    xi0 -= beta * Math.sin(order * xi) * Math.cosh(order * eta)
    eta0 -= beta * Math.cos(order * xi) * Math.sinh(order * eta)
  })
  const conformal = Math.sin(xi0) / Math.hypot(Math.sinh(eta0), Math.cos(xi0))
  const longitude = centralMeridian(zone) + degrees(Math.atan2(Math.sinh(eta0), Math.cos(xi0)))
  return {
    latitude: degrees(Math.atan(geographicTangent(conformal))),
    longitude: longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
  }
}

function centralMeridian(zone: number): number {
  return zone * 6 - 183
}

function conformalTangent(tangent: number): number {
  const secant = Math.hypot(1, tangent)
  const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tangent) / secant))
  return tangent * Math.hypot(1, sigma) - sigma * secant
}

/** The inverse of `conformalTangent` by Newton's method (Karney 2011, equations 19 to 21); two steps reach full precision. */
function geographicTangent(conformal: number): number {
  let tangent = conformal
  for (let step = 0; step < 5; step += 1) {
    const at = conformalTangent(tangent)
    const slope =
      ((1 - ECCENTRICITY ** 2) * Math.hypot(1, at) * Math.hypot(1, tangent)) /
      (1 + (1 - ECCENTRICITY ** 2) * tangent ** 2)
    tangent += (conformal - at) / slope
  }
  return tangent
}

function radians(value: number): number {
  return (value * Math.PI) / 180
}

function degrees(value: number): number {
  return (value * 180) / Math.PI
}
