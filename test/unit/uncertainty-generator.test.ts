import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTIONS, type AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { normalCdf } from '../../shared/domain/statistics/normal-cdf.ts'
import { normalQuantile } from '../../shared/domain/statistics/normal-quantile.ts'
import { averagePriceLogSd, averageRevertingLogSd } from '../../shared/domain/uncertainty/average-spread.ts'
import { BitcoinJumps, jumpVariancePerYear } from '../../shared/domain/uncertainty/bitcoin-jumps.ts'
import { cholesky } from '../../shared/domain/uncertainty/cholesky.ts'
import { drawnMarkets, marketDraws } from '../../shared/domain/uncertainty/market-draws.ts'
import {
  MARKET_FACTORS,
  MARKET_TRIANGLE,
  marketCorrelation,
  marketSds,
} from '../../shared/domain/uncertainty/market-factors.ts'
import { standardNormals } from '../../shared/domain/uncertainty/standard-normals.ts'
import { streamKey } from '../../shared/domain/uncertainty/stream-key.ts'
import { threefry2x32 } from '../../shared/domain/uncertainty/threefry.ts'
import { STORY, scenarioOf } from './scenarios.ts'

const a = scenarioOf(STORY).assumptions

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const central = (power: number) => values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length
  const variance = central(2)
  return { mean, variance, skew: central(3) / variance ** 1.5, kurtosis: central(4) / variance ** 2 }
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [moments(x), moments(y)]
  const covariance =
    x.reduce((sum, value, index) => sum + (value - mx.mean) * ((y[index] ?? 0) - my.mean), 0) / x.length
  return covariance / Math.sqrt(mx.variance * my.variance)
}

describe('the random words', () => {
  it.each([
    [
      [0, 0],
      [0, 0],
      ['6b200159', '99ba4efe'],
    ],
    [
      [0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      ['1cb996fc', 'bb002be7'],
    ],
    [
      [0x13198a2e, 0x03707344],
      [0x243f6a88, 0x85a308d3],
      ['c4923a9c', '483df7a0'],
    ],
  ])('are those published for Threefry-2x32-20 under key %j and counter %j', (key, counter, expected) => {
    const words = new Uint32Array(2)
    threefry2x32(key[0] ?? 0, key[1] ?? 0, counter[0] ?? 0, counter[1] ?? 0, words)
    expect([...words].map((word) => word.toString(16).padStart(8, '0'))).toEqual(expected)
  })

  it('differ between names, seeds and draws, and not between two times of asking', () => {
    const normals = (seed: number, name: string, draw: number) => {
      const into = new Float64Array(4)
      standardNormals(streamKey(seed, name), draw, into)
      return [...into]
    }
    expect(normals(1, 'childress', 7)).toEqual(normals(1, 'childress', 7))
    const others = [
      normals(1, 'childress', 7),
      normals(2, 'childress', 7),
      normals(1, 'abilene', 7),
      normals(1, 'childress', 8),
    ]
    expect(new Set(others.flat()).size).toBe(16)
  })

  it('give names that differ in one letter streams of their own', () => {
    const keys = new Set<string>()
    for (let name = 0; name < 20_000; name += 1) keys.add(streamKey(1, `site-${name}`).join())
    expect(keys.size).toBe(20_000)
  })
})

describe('standard normals', () => {
  it('invert the distribution function', () => {
    for (const p of [1e-300, 1e-12, 0.001, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.925, 0.999, 1 - 1e-9]) {
      const back = normalCdf(normalQuantile(p))
      expect(Math.abs(back - p) / Math.min(p, 1 - p)).toBeLessThan(2e-7)
    }
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(1.2)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ])
  })

  it('have the moments of the theory within four standard errors', () => {
    const draws = 40_000
    const into = new Float64Array(4)
    const values: number[][] = [[], [], [], []]
    const key = streamKey(11, 'a site')
    for (let draw = 0; draw < draws; draw += 1) {
      standardNormals(key, draw, into)
      for (const [index, column] of values.entries()) column.push(into[index] ?? 0)
    }
    for (const column of values) {
      const { mean, variance, skew, kurtosis } = moments(column)
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(draws))
      expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws))
      expect(Math.abs(skew)).toBeLessThan(4 * Math.sqrt(6 / draws))
      expect(Math.abs(kurtosis - 3)).toBeLessThan(4 * Math.sqrt(24 / draws))
    }
    for (let one = 0; one < 4; one += 1)
      for (let other = 0; other < one; other += 1)
        expect(Math.abs(correlation(values[one] ?? [], values[other] ?? []))).toBeLessThan(4 / Math.sqrt(draws))
  })
})

describe('the markets of the draws', () => {
  const draws = marketDraws(a, 40_000, 5)
  const sds = marketSds(a)
  const logs = (value: (draw: (typeof draws)[number]) => number) => draws.map((draw) => Math.log(value(draw)))
  const btc = logs((draw) => draw.assumptions.btcPriceUsd / a.btcPriceUsd)
  const gpu = logs((draw) => draw.assumptions.gpuHourUsd / a.gpuHourUsd)
  const rent = logs((draw) => draw.assumptions.leaseRentUsdPerKwMonth / a.leaseRentUsdPerKwMonth)
  const reLease = logs((draw) => draw.assumptions.reLeaseRentShare / a.reLeaseRentShare)
  const power = logs((draw) => draw.powerPriceFactor)
  const growth = draws.map((draw) => Math.log1p(draw.assumptions.difficultyGrowthPerYear))

  it('keep the scenario in the mean: antithetic pairs meet it exactly in logarithms', () => {
    for (const [values, centre] of [
      [btc, -0.5 * sds.btcPrice ** 2],
      [gpu, -0.5 * sds.gpuHour ** 2],
      [rent, -0.5 * sds.leaseRent ** 2],
      [power, -0.5 * sds.powerMarket ** 2],
      [growth, Math.log1p(a.difficultyGrowthPerYear)],
    ] as const)
      expect(moments(values).mean).toBeCloseTo(centre, 6)
    const mean = moments(draws.map((draw) => draw.assumptions.btcPriceUsd)).mean / a.btcPriceUsd
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(Math.expm1(sds.btcPrice ** 2) / draws.length))
  })

  it('spread and move together as the sources say', () => {
    for (const [values, sd] of [
      [btc, sds.btcPrice],
      [gpu, sds.gpuHour],
      [rent, sds.leaseRent],
      [reLease, sds.reLeaseRent],
      [power, sds.powerMarket],
      [growth, sds.difficultyGrowth],
    ] as const)
      expect(Math.sqrt(moments(values).variance) / sd).toBeCloseTo(1, 1)
    expect(correlation(gpu, rent)).toBeCloseTo(0.5, 1)
    expect(correlation(gpu, reLease)).toBeCloseTo(0.5, 1)
    expect(correlation(rent, reLease)).toBeCloseTo(0, 1)
    expect(correlation(btc, gpu)).toBeCloseTo(0.15, 1)
    expect(correlation(btc, growth)).toBeCloseTo(0, 1)
    const difficulty = logs((draw) => draw.assumptions.difficultyT / a.difficultyT)
    expect(correlation(btc, difficulty)).toBeCloseTo(1, 9)
  })

  it('are the first ones of a longer run, whatever its length', () => {
    const few = marketDraws(a, 10, 5).map((draw) => draw.assumptions)
    expect(few).toEqual(draws.slice(0, 10).map((draw) => draw.assumptions))
  })
})

describe('jumps of the Bitcoin price', () => {
  const pricesOf = (changes: Partial<Record<AssumptionKey, number>>, draws: number, seed = 5) => {
    const scenario = scenarioOf(STORY, changes).assumptions
    return Array.from(drawnMarkets(scenario, draws, seed), ({ assumptions }) => assumptions.btcPriceUsd)
  }

  it('that never come change no draw, whatever their size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.integer({ min: 0, max: 0xffffffff }),
        (btcJumpMean, btcJumpSd, seed) => {
          const still = pricesOf({ btcJumpsPerYear: 0, btcJumpMean, btcJumpSd }, 20, seed)
          expect(still).toEqual(pricesOf({}, 20, seed))
        },
      ),
      { numRuns: 30 },
    )
  })

  it.each([
    { btcJumpsPerYear: 2.18 },
    { btcJumpsPerYear: 15.1, btcJumpMean: 0.011, btcJumpSd: 0.107 },
    { btcJumpsPerYear: 4, btcJumpMean: -0.2, btcJumpSd: 0.1 },
  ])('leave the mean as it is and bring the variance of an average of a price that jumps, %j', (changes) => {
    const draws = 40_000
    const scenario = scenarioOf(STORY, changes).assumptions
    const factors = pricesOf(changes, draws).map((price) => price / scenario.btcPriceUsd)
    const { mean, variance, kurtosis } = moments(factors)
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(variance / draws))
    const sigma = Math.sqrt(0.6 ** 2 + jumpVariancePerYear(scenario))
    const expected = Math.expm1(averagePriceLogSd(sigma, scenario.asicLifeYears) ** 2)
    expect(Math.abs(variance - expected)).toBeLessThan(4 * variance * Math.sqrt((kurtosis - 1) / draws))
  })

  it('are as many, as large and as early as assumed: their average has the moments of an average of such a price', () => {
    const scenario = scenarioOf(STORY, { btcJumpsPerYear: 6, btcJumpMean: 0.1, btcJumpSd: 0.3 }).assumptions
    const jumps = new BitcoinJumps(scenario, 9)
    const factors = moments(Array.from({ length: 40_000 }, (_, draw) => jumps.averageFactor(draw)))
    const years = scenario.asicLifeYears
    const expected = Math.expm1(averagePriceLogSd(Math.sqrt(jumpVariancePerYear(scenario)), years) ** 2)
    expect(Math.abs(factors.mean - 1)).toBeLessThan(4 * Math.sqrt(factors.variance / 40_000))
    expect(Math.abs(factors.variance - expected)).toBeLessThan(
      4 * factors.variance * Math.sqrt((factors.kurtosis - 1) / 40_000),
    )
  })

  it('at either end of their range leave every draw inside the range of prices', () => {
    const ends = fc.constantFrom(0, 1)
    const { min, max } = ASSUMPTIONS.btcPriceUsd
    fc.assert(
      fc.property(ends, ends, ends, fc.constantFrom(0.5, 10), (number, mean, sd, asicLifeYears) => {
        const at = (key: AssumptionKey, end: number) => (end === 0 ? ASSUMPTIONS[key].min : ASSUMPTIONS[key].max)
        const changes = {
          btcJumpsPerYear: at('btcJumpsPerYear', number),
          btcJumpMean: at('btcJumpMean', mean),
          btcJumpSd: at('btcJumpSd', sd),
          asicLifeYears,
        }
        expect(pricesOf(changes, 40).every((price) => price >= min && price <= max)).toBe(true)
      }),
    )
  })
})

describe('the spread of an average', () => {
  it('of a Brownian price matches the second moment of its simulated path average', () => {
    const [sigma, years, steps, paths] = [0.6, 4, 48, 20_000]
    const normals = new Float64Array(steps)
    const key = streamKey(3, 'paths')
    const squares: number[] = []
    for (let path = 0; path < paths; path += 1) {
      standardNormals(key, path, normals)
      let [log, sum] = [0, 0]
      for (const normal of normals) {
        const before = Math.exp(log)
        log += sigma * Math.sqrt(years / steps) * normal - (0.5 * sigma * sigma * years) / steps
        sum += 0.5 * (before + Math.exp(log))
      }
      squares.push((sum / steps) ** 2)
    }
    const { mean, variance } = moments(squares)
    expect(Math.abs(mean - Math.exp(averagePriceLogSd(sigma, years) ** 2))).toBeLessThan(
      4 * Math.sqrt(variance / paths),
    )
  })

  it('goes to the limits: none at no time, the plain average of a Brownian log price without reversion', () => {
    expect(averagePriceLogSd(0.6, 0)).toBe(0)
    expect(averagePriceLogSd(0.01, 1.0001)).toBeCloseTo(averagePriceLogSd(0.01, 0.9999), 4)
    expect(averageRevertingLogSd(0.35, 1e-3, 5)).toBeCloseTo(0.35 * Math.sqrt(5 / 3), 2)
    expect(averageRevertingLogSd(0.35, 1, 5)).toBeCloseTo(0.1312, 4)
  })
})

describe('correlations', () => {
  it('come back from their triangle', () => {
    const size = MARKET_FACTORS.length
    MARKET_FACTORS.forEach((one, row) => {
      MARKET_FACTORS.forEach((other, column) => {
        let product = 0
        for (let k = 0; k < size; k += 1)
          product += (MARKET_TRIANGLE[row * size + k] ?? 0) * (MARKET_TRIANGLE[column * size + k] ?? 0)
        expect(product).toBeCloseTo(marketCorrelation(one, other), 12)
      })
    })
  })

  it('that contradict one another are refused', () => {
    expect(() =>
      cholesky([
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ]),
    ).toThrow('contradict')
  })
})
