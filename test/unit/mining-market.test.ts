import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flooredRevenuePath } from '../../shared/domain/mining/floored-revenue-path.ts'
import { pathMargin, spotMargin } from '../../shared/domain/mining/path-margin.ts'
import { type RevenueMarket, revenueAt, steadyRevenuePath } from '../../shared/domain/mining/revenue-path.ts'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { minedUsdPerMw } from '../../shared/domain/ranking/mined-value.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { scenarioTerms } from '../../shared/domain/ranking/scenario-terms.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import type { Strategy } from '../../shared/domain/site/strategies.ts'
import { normalCdf } from '../../shared/domain/statistics/normal-cdf.ts'
import { buildColumns, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

type Changes = Partial<Record<AssumptionKey, number>>

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** The newer assumptions about mining, each at its default or anywhere. */
const anyMiningChanges: fc.Arbitrary<Changes> = fc
  .record(
    {
      curtailmentIncomeUsdPerKwYear: number(0, 205),
      curtailmentSunsetShare: number(0, 1),
      curtailmentSunsetYear: number(2020, 2040),
      marginalFleetEfficiencyJPerTh: number(10, 60),
      asicPurchaseDeclinePerYear: number(0, 1),
      asicResidualShare: number(0, 1),
      spotPriceLogSd: number(0.05, 1.5),
      difficultyGrowthPerYear: number(-0.2, 1.5),
      btcPriceUsd: number(30_000, 250_000),
    },
    { requiredKeys: [] },
  )
  .map((changes): Changes => changes)

/** Values never fall from the first of `values` to the next, whatever else is assumed. */
function expectRising(key: AssumptionKey, values: fc.Arbitrary<readonly [number, number]>, strategies: Strategy[]) {
  fc.assert(
    fc.property(
      anySite,
      fc.constantFrom(...PRESET_IDS),
      anyMiningChanges,
      values,
      (site, preset, changes, [low, high]) => {
        const columns = buildColumns([site])
        const [before, after] = [low, high].map((value) =>
          rankSites(columns, scenarioOf(preset, { ...changes, [key]: value })),
        )
        for (const strategy of strategies) {
          const [worse = 0, better = 0] = [before?.npvUsdPerMw[strategy][0], after?.npvUsdPerMw[strategy][0]]
          // A quadrature is right to a millionth of the hours' worth, and no better.
          expect(better).toBeGreaterThanOrEqual(worse - 1e-6 * Math.max(1e5, Math.abs(worse)))
        }
      },
    ),
    { numRuns: 300 },
  )
}

const ascending = (min: number, max: number) =>
  fc
    .tuple(number(min, max), number(min, max))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)

const descending = (min: number, max: number) => ascending(min, max).map(([low, high]) => [high, low] as const)

describe('what a mine is worth never falls', () => {
  it('with a later sunset of curtailment income, or a smaller share that ends', () => {
    expectRising('curtailmentSunsetYear', ascending(2015, 2060), ['mine', 'hybrid'])
    expectRising('curtailmentSunsetShare', descending(0, 1), ['mine', 'hybrid'])
  })

  it('with a higher floor under hashprice, none being the lowest', () => {
    expectRising('marginalFleetEfficiencyJPerTh', ascending(1, 100), ['mine'])
    expectRising('marginalFleetPowerUsdPerMwh', ascending(0, 200), ['mine'])
    expectRising(
      'marginalFleetEfficiencyJPerTh',
      number(1, 100).map((floor) => [0, floor] as const),
      ['mine'],
    )
  })

  it('when power is bought by the hour, and the more its price spreads', () => {
    expectRising('spotPriceLogSd', ascending(0.02, 2), ['mine'])
    expectRising(
      'spotPriceLogSd',
      number(0.02, 2).map((spread) => [0, spread] as const),
      ['mine'],
    )
  })

  it('with ASICs that get cheaper until they are bought, or that somebody buys when they are used', () => {
    expectRising('asicPurchaseDeclinePerYear', ascending(0, 1.5), ['mine', 'hybrid'])
    expectRising('asicResidualShare', ascending(0, 1), ['mine', 'hybrid'])
  })
})

const anyMarket: fc.Arbitrary<RevenueMarket> = fc.record({
  revenueUsdPerMwh: number(20, 300),
  difficultyGrowthPerYear: number(0.02, 1),
  btcDriftPerYear: number(-0.1, 0.1),
  halvings: fc
    .array(number(0.1, 12), { maxLength: 3 })
    .map((years) => Float64Array.from(years.toSorted((one, other) => one - other))),
  multiplier: number(0.5, 1),
})

describe('revenue along a floor', () => {
  it('is that of steady growth while mining pays the marginal fleet well', () => {
    fc.assert(
      fc.property(anyMarket, number(0, 12), (market, year) => {
        const floored = flooredRevenuePath(market, 1e9)
        expect(revenueAt(floored, year) / revenueAt(steadyRevenuePath(market), year)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('settles where the marginal fleet just pays, from above and from below', () => {
    const market = { difficultyGrowthPerYear: 0.35, btcDriftPerYear: 0, halvings: new Float64Array(0), multiplier: 0.5 }
    for (const overFloor of [0.4, 1, 3]) {
      const path = flooredRevenuePath({ ...market, revenueUsdPerMwh: 100 * overFloor }, overFloor)
      expect(revenueAt(path, 30) / 100).toBeCloseTo(1, 3)
    }
  })

  it('earns what a sum over hours of a day earns, stopping and starting again', () => {
    fc.assert(
      fc.property(
        anyMarket,
        number(0.2, 4),
        number(5, 150),
        number(0, 5),
        number(0.2, 6),
        (market, over, cost, from, life) => {
          const path = flooredRevenuePath(market, over)
          const exact = pathMargin(path, cost, 0.15, from, from + life)
          const sum = summed((year) => Math.max(0, revenueAt(path, year) - cost) * Math.exp(-0.15 * year), from, life)
          // A day on which a halving falls is counted whole to one of its sides.
          expect(Math.abs(exact - sum)).toBeLessThan(1e-3 * life * market.revenueUsdPerMwh)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('mining on spot power', () => {
  it('earns what a sum over days and over prices of equal chance earns', () => {
    fc.assert(
      fc.property(
        anyMarket,
        number(5, 120),
        number(0.1, 1.2),
        number(0, 40),
        number(0.5, 4),
        (market, price, logSd, other, life) => {
          const path = steadyRevenuePath(market)
          const normals = standardQuantiles(400)
          const prices = normals.map((normal) => price * Math.exp(logSd * normal - (logSd * logSd) / 2))
          const hour = (year: number) => {
            const breakeven = revenueAt(path, year) - other
            return prices.reduce((sum, each) => sum + Math.max(0, breakeven - each), 0) / prices.length
          }
          const sum = summed((year) => hour(year) * Math.exp(-0.15 * year), 0, life, 300)
          const exact = spotMargin(path, price, logSd, other, 0.15, 0, life)
          expect(Math.abs(exact - sum)).toBeLessThan(6e-3 * life * (market.revenueUsdPerMwh + price))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('bends sharply where power costs next to nothing beside the rest, and is still right', () => {
    const path = steadyRevenuePath({
      revenueUsdPerMwh: 30,
      difficultyGrowthPerYear: 0.35,
      btcDriftPerYear: 0,
      halvings: new Float64Array(0),
      multiplier: 0.5,
    })
    for (const price of [1e-15, 1e-6, 1e-3, 0.1]) {
      const fixed = pathMargin(path, price + 8, 0.15, 0, 6)
      for (const logSd of [0.02, 0.2, 0.8]) {
        const spot = spotMargin(path, price, logSd, 8, 0.15, 0, 6)
        expect(spot).toBeGreaterThanOrEqual(fixed * (1 - 1e-9))
        expect(spot).toBeLessThanOrEqual(fixed + 6 * price)
      }
    }
  })

  it('comes to the fixed price as the spread goes to nothing', () => {
    fc.assert(
      fc.property(anyMarket, number(5, 150), number(0, 20), number(0.5, 6), (market, price, other, life) => {
        const path = steadyRevenuePath(market)
        const fixed = pathMargin(path, price + other, 0.15, 0, life)
        const spot = spotMargin(path, price, 1e-3, other, 0.15, 0, life)
        // Where revenue just pays, choosing the hours is worth at most σ/√(2π) of the price, and there alone.
        const choice = 1e-3 * 0.4 * price * life
        expect(Math.abs(spot - fixed)).toBeLessThan(choice + 1e-6 * market.revenueUsdPerMwh * life)
      }),
      { numRuns: 60 },
    )
  })
})

describe('curtailment income that ends', () => {
  it('is earned to the day of its sunset', () => {
    fc.assert(
      fc.property(
        number(-40, 150),
        number(0, 5),
        number(0.5, 6),
        number(2024, 2034),
        number(0, 1),
        (cost, from, life, year, share) => {
          const { assumptions } = scenarioOf(STORY, {
            curtailmentIncomeUsdPerKwYear: 150,
            curtailmentSunsetShare: share,
            curtailmentSunsetYear: year,
          })
          const terms = scenarioTerms(buildColumns([]), assumptions)
          const ending = (share * 150 * 1_000) / (8_760 * assumptions.miningAvailability)
          const hours = 8_760 * assumptions.miningAvailability
          const sum = summed(
            (at) => {
              const halved = terms.halvings.filter((halving) => halving <= at).length
              const revenue =
                terms.revenueUsdPerMwh * terms.halvingMultiplier ** halved * Math.exp(-terms.declinePerYear * at)
              const missing = at >= year - assumptions.valuationYear ? ending : 0
              return hours * Math.max(0, revenue - cost - missing) * Math.exp(-assumptions.miningDiscountRate * at)
            },
            from,
            life,
          )
          expect(Math.abs(minedUsdPerMw(terms, cost, from, from + life) - sum)).toBeLessThan(500)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the explanation of mining', () => {
  it('opens every assumption that is switched on to a step with formula and source, and none that is off', () => {
    const all = {
      curtailmentSunsetShare: 0.5,
      marginalFleetEfficiencyJPerTh: 30,
      spotPriceLogSd: 0.8,
      asicResidualShare: 0.7,
    }
    const labels = {
      curtailmentSunsetShare: 'Curtailment income that ends in 2028',
      marginalFleetEfficiencyJPerTh: 'Hashprice below which difficulty falls',
      spotPriceLogSd: 'Hours that pay when mining starts',
      asicResidualShare: 'Resale of the worn-out ASICs',
    }
    const columns = buildColumns([SURVEYED_MINE])
    for (const changes of [all, {}]) {
      const scenario = scenarioOf(STORY, changes)
      const { strategies } = explainSite(columns, rankSites(columns, scenario), 0, scenario)
      const steps = strategies[0]?.steps ?? []
      for (const [key, label] of Object.entries(labels)) {
        const step = steps.find((each) => each.label === label)
        expect(step !== undefined).toBe(key in changes)
        if (step) expect(`${step.value} ${step.formula} ${step.source}`).not.toMatch(/NaN|Infinity|undefined/)
      }
    }
  })
})

/** Sum over equal steps, each as of its middle. */
function summed(of: (year: number) => number, from: number, life: number, steps = 8_000): number {
  let sum = 0
  for (let step = 0; step < steps; step += 1) sum += of(from + ((step + 0.5) * life) / steps)
  return (sum * life) / steps
}

/** Middles of equally likely parts of the standard normal distribution, by bisection of its distribution function. */
function standardQuantiles(count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const wanted = (index + 0.5) / count
    let [low, high] = [-8, 8]
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2
      if (normalCdf(middle) < wanted) low = middle
      else high = middle
    }
    return low
  })
}
