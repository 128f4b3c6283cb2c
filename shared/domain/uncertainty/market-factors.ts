import type { Assumptions } from '../scenario/assumption-defs.ts'
import { averagePriceLogSdBesideJumps, averageRevertingLogSd } from './average-spread.ts'
import { jumpVariancePerYear } from './bitcoin-jumps.ts'
import { cholesky } from './cholesky.ts'

/** What one draw of the markets moves, the same for every site. */
export const MARKET_FACTORS = [
  'btcPrice',
  'difficultyGrowth',
  'gpuHour',
  'gpuHourSlope',
  'leaseRent',
  'powerMarket',
  'costOverrun',
  'reLeaseRent',
] as const

export type MarketFactor = (typeof MARKET_FACTORS)[number]

/** Bitcoin's yearly volatility; measured on daily closes 0.44 to 0.71 by window between 2014 and 2026. */
const BTC_SIGMA = 0.6
/** Mean reversion and volatility of the log GPU-hour price a year. Assumption. */
const GPU_REVERSION = 1
const GPU_SIGMA = 0.35
/** Log standard deviation of a year's mean power price; PJM went 80, 31, 34, 51 and ERCOT 55, 27 from year to year. */
const POWER_YEAR_SIGMA = 0.3

/** Width of the middle 80% of a normal distribution in standard deviations: turns a likely range into one. */
const RANGE_SDS = 2.563

/**
 * The standard deviation of each factor: of its logarithm, or of a yearly log rate for the two rates. Prices that move
 * over the years enter as their average over the life of what earns them, because the valuation takes one level and
 * one slope.
 * - `btcPrice`: average over the ASIC life of a driftless geometric Brownian motion; the mean is the scenario's price.
 *   Jumps are drawn apart.
 * - `difficultyGrowth`: log growth a year, from the assumed likely range of 10 to 60% a year.
 * - `gpuHour`: average over the GPU life of a price that reverts to the scenario's path.
 * - `gpuHourSlope`: from the assumed likely range of −0.45 to 0 a year.
 * - `leaseRent`: the rent that will be signed, from twenty published tranches at 90 to 158 $/kW-month.
 * - `powerMarket`: mean of as many independent years as an ASIC lives.
 * - `costOverrun`: from the assumed range of 0.95 to 1.6 times the budget.
 * - `reLeaseRent`: from the assumed range of the rent after the first lease, half of it to all of it.
 */
export function marketSds(a: Assumptions): Readonly<Record<MarketFactor, number>> {
  return {
    btcPrice: averagePriceLogSdBesideJumps(BTC_SIGMA, jumpVariancePerYear(a), a.asicLifeYears),
    difficultyGrowth: Math.log(1.6 / 1.1) / RANGE_SDS,
    gpuHour: averageRevertingLogSd(GPU_SIGMA, GPU_REVERSION, a.gpuLifeYears),
    gpuHourSlope: 0.45 / RANGE_SDS,
    leaseRent: Math.log(158 / 90) / RANGE_SDS,
    powerMarket: POWER_YEAR_SIGMA / Math.sqrt(Math.max(1, a.asicLifeYears)),
    costOverrun: Math.log(1.6 / 0.95) / RANGE_SDS,
    reLeaseRent: Math.log(1 / 0.5) / RANGE_SDS,
  }
}

/** Retail colocation moves with the lease rent, less widely: CBRE and Core42 figures of 120 to 184 $/kW-month. */
export const COLOCATION_SD = Math.log(184 / 120) / RANGE_SDS

/**
 * How much of a move of the Bitcoin price the difficulty follows within a month, as an elasticity. Measured on monthly
 * changes 2018 to 2025 at a lag of 30 days: 0.138 with a standard error of 0.043.
 */
export const DIFFICULTY_ELASTICITY = 0.138

/** Pairs not named are independent. Assumptions. */
const CORRELATIONS: readonly (readonly [MarketFactor, MarketFactor, number])[] = [
  ['btcPrice', 'gpuHour', 0.15],
  ['btcPrice', 'powerMarket', 0.05],
  ['gpuHour', 'leaseRent', 0.5],
  ['gpuHour', 'reLeaseRent', 0.5],
]

export function marketCorrelation(one: MarketFactor, other: MarketFactor): number {
  if (one === other) return 1
  const pair = CORRELATIONS.find(([a, b]) => (a === one && b === other) || (a === other && b === one))
  return pair?.[2] ?? 0
}

/** Lower triangle that makes independent normals follow the correlations. */
export const MARKET_TRIANGLE = cholesky(
  MARKET_FACTORS.map((one) => MARKET_FACTORS.map((other) => marketCorrelation(one, other))),
)
