import type { RevenueMarket, RevenuePath } from './revenue-path.ts'

const STEP_YEARS = 0.25
/** Years that are stepped through; from there on the last rate goes on. */
const HORIZON_YEARS = 40
const LOG_OF_FULL_GROWTH = Math.log(1.5)
const LEAST_GROWTH = -0.5
const MOST_GROWTH = 1

/**
 * Revenue when difficulty grows only as long as mining pays the marginal fleet: growth is
 * g · min(1, ln(hashprice / the fleet's hashcost) / ln 1.5), between −50% and 100% a year, so that difficulty falls while
 * hashprice is below that hashcost. Rates hold for a quarter, less where fast growth would carry hashprice past the floor
 * within one; a floor put higher therefore never lowers hashprice at any time. Growth of 0 or less knows no floor.
 * Source: economic model of this product, assumption.
 *
 * @param hashpriceOverFloor today's hashprice over the hashcost of the marginal fleet.
 */
export function flooredRevenuePath(market: RevenueMarket, hashpriceOverFloor: number): RevenuePath {
  const growth = market.difficultyGrowthPerYear
  const step = growth > 0 ? Math.min(STEP_YEARS, (LOG_OF_FULL_GROWTH * (1 + LEAST_GROWTH)) / growth) : HORIZON_YEARS
  const starts: number[] = []
  const revenues: number[] = []
  const declines: number[] = []
  let revenue = market.revenueUsdPerMwh
  let abundance = Math.log(hashpriceOverFloor)
  let year = 0
  let halved = 0
  while (year < HORIZON_YEARS || halved < market.halvings.length) {
    const bounded = Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, growth * Math.min(1, abundance / LOG_OF_FULL_GROWTH)))
    const decline = Math.log1p(growth > 0 ? bounded : growth) - market.btcDriftPerYear
    starts.push(year)
    revenues.push(revenue)
    declines.push(decline)
    const halving = market.halvings[halved] ?? Number.POSITIVE_INFINITY
    const next = Math.min(year + step, halving)
    const fall = Math.exp(-decline * (next - year)) * (next === halving ? market.multiplier : 1)
    if (next === halving) halved += 1
    revenue *= fall
    abundance += Math.log(fall)
    year = next
  }
  return {
    starts: Float64Array.from(starts),
    revenueUsdPerMwh: Float64Array.from(revenues),
    declinePerYear: Float64Array.from(declines),
  }
}
