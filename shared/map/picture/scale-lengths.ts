const STEPS = [1, 2, 5]

const METERS_PER_MILE = 1_609.344
const METERS_PER_FOOT = 0.3048

/** A round length for a bar of a scale, and how much of the widest bar it takes. */
export interface ScaleLength {
  /** "50 mi", "200 m". */
  readonly text: string
  readonly meters: number
}

/** The longest round length in miles, or in feet below a mile, that is no longer than `mostMeters`. */
export function roundMiles(mostMeters: number): ScaleLength {
  const miles = roundLength(mostMeters / METERS_PER_MILE)
  if (miles >= 1) return { text: `${miles.toLocaleString('en-US')} mi`, meters: miles * METERS_PER_MILE }
  const feet = roundLength(mostMeters / METERS_PER_FOOT)
  return { text: `${feet.toLocaleString('en-US')} ft`, meters: feet * METERS_PER_FOOT }
}

/** The longest round length in kilometres, or in metres below one, that is no longer than `mostMeters`. */
export function roundKilometers(mostMeters: number): ScaleLength {
  const kilometers = roundLength(mostMeters / 1_000)
  if (kilometers >= 1) return { text: `${kilometers.toLocaleString('en-US')} km`, meters: kilometers * 1_000 }
  const meters = roundLength(mostMeters)
  return { text: `${meters.toLocaleString('en-US')} m`, meters }
}

/** The largest of 1, 2, 5 times a power of ten that is no larger than `most`. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  const step = STEPS.findLast((each) => each * power <= most * (1 + 1e-9)) ?? 1
  return step * power
}
