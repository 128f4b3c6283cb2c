const HOURS_PER_YEAR = 8_760

/**
 * The same integral as `miningPresentValueUsdPerMw`, split so that a catalog shares its exponentials. Revenue only
 * falls, so a mine that starts at `s` and may run until `e` stops at `b`, the earlier of `e` and the moment t*(c) at which
 * revenue no longer pays the cost `c`. With A(t) the revenue earned from 0 to t and B(t) the hours run, both discounted,
 * the value is A(b) − A(s) − c · (B(b) − B(s)): A and B at `s` and `e` belong to a date that many sites share, A and B
 * at t*(c) to a power price, and neither to both.
 */
export interface MiningCurve {
  /** Discounted revenue of one MW from 0 to `year`, USD. */
  earned(year: number): number
  /** Discounted MWh of one MW from 0 to `year`. */
  hours(year: number): number
  /** Revenue just after and just before `year`, $/MWh; they differ at a halving. */
  revenueAfter(year: number): number
  revenueBefore(year: number): number
  readonly discountRate: number
  readonly declinePerYear: number
  readonly revenueUsdPerMwh: number
  readonly hoursPerYear: number
  /** Eras between halvings and the end of an addition: how many, and of each the revenue level over today's, and one over that, */
  readonly eras: number
  /** its start in years, */
  readonly starts: Float64Array
  readonly levels: Float64Array
  readonly perLevel: Float64Array
  /** what the decline alone leaves of today's revenue at its end, */
  readonly leftAtHalving: Float64Array
  /** its revenue at its start and at its end, */
  readonly top: Float64Array
  readonly low: Float64Array
  /** revenue earned before it, and what A(t) counts from inside of it: A(t) = base − slope · exp(−(r + δ) · t). */
  readonly earnedBefore: Float64Array
  readonly hoursBefore: Float64Array
  readonly base: Float64Array
  readonly slope: Float64Array
  /** Income that a MWh earns on top, $/MWh, part of every revenue above but `revenueUsdPerMwh`; A(t) counts it from */
  readonly addition: Float64Array
  /** inside of an era as well, as − additionSlope · exp(−r · t). */
  readonly additionSlope: Float64Array
}

// Outside of these bounds differences of exponentials lose the digits that expm1 keeps.
const LEAST_RATE = 1e-3
const LEAST_DECLINE = 1e-3
const MOST_RATIO = 100

/** Revenue that falls slower than this, as a continuous rate a year, has no curve. */
export function leastDecline(discountRate: number): number {
  return Math.max(LEAST_DECLINE, discountRate / MOST_RATIO)
}

/**
 * The curve of a scenario, with `additionUsdPerMwh` of at least 0 earned on top until `additionYears`; or null where revenue does not fall or a rate is so near 0 that the split loses
 * precision.
 */
export function miningCurve(
  revenueUsdPerMwh: number,
  declinePerYear: number,
  discountRate: number,
  availability: number,
  halvings: Float64Array,
  multiplier: number,
  additionUsdPerMwh = 0,
  additionYears = 0,
): MiningCurve | null {
  const isRegular =
    revenueUsdPerMwh > 0 &&
    declinePerYear >= leastDecline(discountRate) &&
    discountRate >= LEAST_RATE &&
    multiplier > 0 &&
    multiplier <= 1
  if (!isRegular) return null
  const hoursPerYear = HOURS_PER_YEAR * availability
  const fall = discountRate + declinePerYear
  const isAdded = additionUsdPerMwh > 0 && additionYears > 0
  const starts = Float64Array.of(0, ...halvings, ...(isAdded ? [additionYears] : [])).sort()
  const eras = starts.length
  const halved = starts.map((start) => halvings.filter((halving) => halving <= start).length)
  const level = halved.map((times) => revenueUsdPerMwh * multiplier ** times)
  const addition = starts.map((start) => (isAdded && start < additionYears ? additionUsdPerMwh : 0))
  const at = (era: number, year: number) => (level[era] ?? 0) * Math.exp(-declinePerYear * year) + (addition[era] ?? 0)
  const hours = (year: number) => (hoursPerYear * -Math.expm1(-discountRate * year)) / discountRate
  const slope = level.map((each) => (hoursPerYear * each) / fall)
  const additionSlope = addition.map((each) => (hoursPerYear * each) / discountRate)
  const unearned = (era: number, year: number) =>
    (slope[era] ?? 0) * Math.exp(-fall * year) + (additionSlope[era] ?? 0) * Math.exp(-discountRate * year)
  const base = new Float64Array(eras)
  const earnedBefore = new Float64Array(eras)
  for (let era = 0; era < eras; era += 1) {
    const start = starts[era] ?? 0
    if (era > 0) earnedBefore[era] = (base[era - 1] ?? 0) - unearned(era - 1, start)
    base[era] = (earnedBefore[era] ?? 0) + unearned(era, start)
  }
  const laterStarts = starts.subarray(1)
  const eraAfter = (year: number) => {
    let era = 0
    while (era < laterStarts.length && laterStarts[era]! <= year) era += 1
    return era
  }
  const eraBefore = (year: number) => {
    let era = 0
    while (era < laterStarts.length && laterStarts[era]! < year) era += 1
    return era
  }
  return {
    earned: (year) => {
      const era = eraAfter(year)
      return (base[era] ?? 0) - unearned(era, year)
    },
    hours,
    revenueAfter: (year) => at(eraAfter(year), year),
    revenueBefore: (year) => at(eraBefore(year), year),
    discountRate,
    declinePerYear,
    revenueUsdPerMwh,
    hoursPerYear,
    eras,
    starts,
    levels: halved.map((times) => multiplier ** times),
    perLevel: halved.map((times) => multiplier ** -times),
    leftAtHalving: level.map((_, era) => (era + 1 < eras ? Math.exp(-declinePerYear * (starts[era + 1] ?? 0)) : 0)),
    top: level.map((_, era) => at(era, starts[era] ?? 0)),
    low: level.map((_, era) => (era + 1 < eras ? at(era, starts[era + 1] ?? 0) : 0)),
    earnedBefore,
    hoursBefore: level.map((_, era) => hours(starts[era] ?? 0)),
    base,
    slope,
    addition,
    additionSlope,
  }
}
