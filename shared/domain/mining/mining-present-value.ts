import { continuousAnnuity } from '../finance/continuous-annuity.ts'

const HOURS_PER_YEAR = 8_760

/**
 * Present value of a mine's margin, USD a facility MW, discounted to year 0: closed form of the integral from
 * `startYear` to `endYear` of 8760·A·max(0, R(t) − c)·exp(−r·t), where R(t) = R0·exp(−δ·t), times `multiplier`
 * at each of `halvingYears` (ascending) that has passed. The mine stops when revenue no longer pays the cost
 * and runs again if revenue recovers (δ < 0). `revenueUsdPerMwh` is R0 as of year 0.
 *
 * Source: exponential decline of hashprice with the difficulty, with an optimal shutdown.
 * `endYear` may be Infinity where the integral converges.
 */
export function miningPresentValueUsdPerMw(
  revenueUsdPerMwh: number,
  costUsdPerMwh: number,
  declinePerYear: number,
  discountRate: number,
  availability: number,
  startYear: number,
  endYear: number,
  halvingYears: Float64Array = NO_HALVINGS,
  multiplier = 1,
): number {
  let sum = 0
  let revenue = revenueUsdPerMwh
  let from = startYear
  for (let era = 0; from < endYear; era += 1) {
    const halving = era < halvingYears.length ? (halvingYears[era] ?? endYear) : endYear
    const to = Math.min(halving, endYear)
    if (to > from) {
      sum += eraValue(revenue, costUsdPerMwh, declinePerYear, discountRate, from, to)
      from = to
    }
    revenue *= multiplier
  }
  return HOURS_PER_YEAR * availability * sum
}

const NO_HALVINGS = new Float64Array(0)

/** Integral over one stretch without a halving, where revenue moves in one direction. */
function eraValue(revenue: number, cost: number, decline: number, rate: number, from: number, to: number): number {
  let start = from
  let stop = to
  if (cost > 0) {
    if (revenue <= 0) return 0
    if (decline === 0) {
      if (revenue <= cost) return 0
    } else {
      const crossing = Math.log(revenue / cost) / decline
      if (decline > 0) {
        if (crossing <= from) return 0
        if (crossing < to) stop = crossing
      } else {
        if (crossing >= to) return 0
        if (crossing > from) start = crossing
      }
    }
  }
  const span = stop - start
  const earned = revenue * Math.exp(-(rate + decline) * start) * continuousAnnuity(rate + decline, span)
  const spent = cost * Math.exp(-rate * start) * continuousAnnuity(rate, span)
  return earned - spent
}
