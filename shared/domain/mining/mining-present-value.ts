import { eraMargin } from './era-margin.ts'

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
      sum += eraMargin(revenue, costUsdPerMwh, declinePerYear, discountRate, from, to)
      from = to
    }
    revenue *= multiplier
  }
  return HOURS_PER_YEAR * availability * sum
}

const NO_HALVINGS = new Float64Array(0)
