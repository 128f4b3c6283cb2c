export const MEASURE_UNITS = ['us', 'metric'] as const

/** `us`: feet, miles and acres; `metric`: metres, kilometres and hectares. */
export type MeasureUnits = (typeof MEASURE_UNITS)[number]

/** Metres of the international foot, by definition (1959). */
export const METRES_PER_FOOT = 0.3048
export const METRES_PER_MILE = 1609.344
/** Square metres of the international acre: 4,840 square yards. */
export const SQUARE_METRES_PER_ACRE = 4046.8564224
const SQUARE_METRES_PER_SQUARE_MILE = METRES_PER_MILE * METRES_PER_MILE

/** Lengths below a tenth of a mile or below a kilometre read better in the small unit. */
export function formatLength(lengthM: number, units: MeasureUnits): string {
  if (!Number.isFinite(lengthM)) return '–'
  if (units === 'metric') return lengthM < 1_000 ? `${figure(lengthM)} m` : `${figure(lengthM / 1_000)} km`
  const miles = lengthM / METRES_PER_MILE
  return miles < 0.1 ? `${figure(lengthM / METRES_PER_FOOT)} ft` : `${figure(miles)} mi`
}

/** Land is bought by the acre or the hectare; square miles and square kilometres only for whole regions. */
export function formatArea(areaM2: number, units: MeasureUnits): string {
  if (!Number.isFinite(areaM2)) return '–'
  if (units === 'metric') {
    if (areaM2 < 1_000) return `${figure(areaM2)} m²`
    return areaM2 < 1e8 ? `${figure(areaM2 / 1e4)} ha` : `${figure(areaM2 / 1e6)} km²`
  }
  const acres = areaM2 / SQUARE_METRES_PER_ACRE
  if (acres < 0.1) return `${figure(areaM2 / (METRES_PER_FOOT * METRES_PER_FOOT))} sq ft`
  return acres < 64_000 ? `${figure(acres)} ac` : `${figure(areaM2 / SQUARE_METRES_PER_SQUARE_MILE)} sq mi`
}

/** A bearing with the nearest of the sixteen winds: `48.2° NE`. */
export function formatBearing(bearingDegrees: number): string {
  if (!Number.isFinite(bearingDegrees)) return '–'
  const rounded = Math.round(bearingDegrees * 10) % 3_600
  return `${(rounded / 10).toFixed(1)}° ${WINDS[Math.round(bearingDegrees / 22.5) % WINDS.length]}`
}

const WINDS = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW']

/** Four figures: more would promise a survey. */
function figure(value: number): string {
  const decimals = value >= 1_000 ? 0 : value >= 100 ? 1 : value >= 1 ? 2 : 3
  return value.toLocaleString('en-US', { maximumFractionDigits: decimals, minimumFractionDigits: 0 })
}
