import { CATEGORY_COLUMNS, NUMBER_COLUMNS, type SiteColumns } from '../../columns/site-columns.ts'
import { type ScenarioTerms, scenarioTerms, type TimeTables, timeTables } from '../ranking/scenario-terms.ts'
import { ASSUMPTIONS, type AssumptionKey, type Assumptions } from '../scenario/assumption-defs.ts'
import { BitcoinJumps } from './bitcoin-jumps.ts'
import {
  COLOCATION_SD,
  DIFFICULTY_ELASTICITY,
  MARKET_FACTORS,
  MARKET_TRIANGLE,
  type MarketFactor,
  marketSds,
} from './market-factors.ts'
import { standardNormals } from './standard-normals.ts'
import { streamKey } from './stream-key.ts'

/** The markets of one draw. */
export interface MarketDraw {
  /** Valuation terms for these markets and for a site whose power is certain to come at a known time. */
  readonly terms: ScenarioTerms
  /** The assumptions behind `terms`; a site's own draws are written into them. */
  readonly assumptions: Record<AssumptionKey, number>
  /** What every power price is multiplied by. */
  readonly powerPriceFactor: number
}

/** The assumptions of one draw, before they are turned into terms. */
export interface DrawnMarket {
  readonly assumptions: Record<AssumptionKey, number>
  readonly powerPriceFactor: number
}

/**
 * The joint draws of all market factors, alike for every site (common random numbers). Draws come in antithetic pairs:
 * draw 2k + 1 has every normal of draw 2k with the other sign. More draws leave the first ones as they are; those before
 * `from` are left out.
 */
export function* drawnMarkets(
  a: Assumptions,
  draws: number,
  seed: number,
  from = 0,
): Generator<DrawnMarket, void, void> {
  const sds = marketSds(a)
  const key = streamKey(seed, 'markets')
  const jumps = new BitcoinJumps(a, seed)
  const independent = new Float64Array(MARKET_FACTORS.length)
  for (let draw = from; draw < draws; draw += 1) {
    standardNormals(key, draw >>> 1, independent)
    const normals = correlated(independent, draw % 2 === 0 ? 1 : -1)
    yield {
      assumptions: drawnAssumptions(a, normals, sds, jumps.averageFactor(draw)),
      powerPriceFactor: meanOne(normals.powerMarket, sds.powerMarket),
    }
  }
}

/** The drawn markets with their valuation terms. */
export function marketDraws(a: Assumptions, draws: number, seed: number, from = 0): readonly MarketDraw[] {
  const times = certainTimes(a)
  return Array.from(drawnMarkets(a, draws, seed, from), ({ assumptions, powerPriceFactor }) => ({
    assumptions,
    powerPriceFactor,
    terms: scenarioTerms(NO_SITES, assumptions, times),
  }))
}

/** A lognormal factor with mean 1. */
export function meanOne(normal: number, sd: number): number {
  return Math.exp(sd * normal - 0.5 * sd * sd)
}

type Normals = Record<MarketFactor, number>

function correlated(independent: Float64Array, sign: number): Normals {
  const size = MARKET_FACTORS.length
  const normals = {} as Normals
  MARKET_FACTORS.forEach((factor, row) => {
    let sum = 0
    for (let column = 0; column <= row; column += 1) {
      sum += (MARKET_TRIANGLE[row * size + column] ?? 0) * (independent[column] ?? 0)
    }
    normals[factor] = sign * sum
  })
  return normals
}

/** Every drawn assumption stays inside the range that a scenario may hold. */
function drawnAssumptions(
  a: Assumptions,
  normals: Normals,
  sds: Normals,
  jumpFactor: number,
): Record<AssumptionKey, number> {
  const btc = jumpFactor * meanOne(normals.btcPrice, sds.btcPrice)
  const changes: Partial<Record<AssumptionKey, number>> = {
    btcPriceUsd: a.btcPriceUsd * btc,
    difficultyT: a.difficultyT * btc ** DIFFICULTY_ELASTICITY,
    difficultyGrowthPerYear: Math.expm1(
      Math.log1p(a.difficultyGrowthPerYear) + normals.difficultyGrowth * sds.difficultyGrowth,
    ),
    gpuHourUsd: a.gpuHourUsd * meanOne(normals.gpuHour, sds.gpuHour),
    gpuHourSlopePerYear: a.gpuHourSlopePerYear + normals.gpuHourSlope * sds.gpuHourSlope,
    leaseRentUsdPerKwMonth: a.leaseRentUsdPerKwMonth * meanOne(normals.leaseRent, sds.leaseRent),
    colocationUsdPerKwMonth: a.colocationUsdPerKwMonth * meanOne(normals.leaseRent, COLOCATION_SD),
    aiCostOverrun: a.aiCostOverrun * meanOne(normals.costOverrun, sds.costOverrun),
    reLeaseRentShare: a.reLeaseRentShare * meanOne(normals.reLeaseRent, sds.reLeaseRent),
  }
  const drawn = { ...a }
  for (const [key, value] of Object.entries(changes) as [AssumptionKey, number][]) {
    drawn[key] = inRange(key, value)
  }
  return drawn
}

function inRange(key: AssumptionKey, value: number): number {
  return Math.min(ASSUMPTIONS[key].max, Math.max(ASSUMPTIONS[key].min, value))
}

/** Time tables without any chance in them: a draw knows whether and when the power comes. */
function certainTimes(a: Assumptions): TimeTables {
  const times = timeTables(a)
  return {
    ...times,
    completion: times.completion.map(() => 1),
    slipYears: 0,
    slipLeaseDiscount: 1,
    slipGpuDiscount: 1,
  }
}

/** The terms of a draw read no category: a site's facts are read once, under the scenario itself. */
export const NO_SITES: SiteColumns = {
  revision: 0,
  count: 0,
  ids: [],
  names: [],
  numbers: noSites(NUMBER_COLUMNS, () => new Float64Array(0)),
  categories: noSites(CATEGORY_COLUMNS, () => ({ labels: [''], codes: new Uint16Array(0) })),
}

function noSites<K extends string, T>(columns: readonly K[], empty: () => T): Record<K, T> {
  const record = {} as Record<K, T>
  for (const column of columns) record[column] = empty()
  return record
}
