import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateSeconds,
  isRepeatedHour,
  type MarketClock,
  utcOfWall,
  wallOfUtc,
} from '../../shared/domain/prices/market-clock.ts'
import type { PriceSeries } from '../../shared/domain/prices/price-series.ts'
import { priceStatistics } from '../../shared/domain/prices/price-statistics.ts'
import { simulateCurtailment } from '../../shared/domain/prices/simulate-curtailment.ts'

const hourly = (prices: readonly number[], start = dateSeconds(2024, 7, 1)): PriceSeries => ({
  starts: prices.map((_, index) => start + index * 3_600),
  prices,
  intervalSeconds: 3_600,
})
const AT_ONCE = { responseMinutes: 0, minimumDownMinutes: 0, minimumRunMinutes: 0 }
const price = fc.double({ min: -500, max: 9_000, noNaN: true })
const series = fc.array(price, { minLength: 1, maxLength: 300 }).map((prices) => hourly(prices))
const windows = fc.record({
  responseMinutes: fc.nat(240),
  minimumDownMinutes: fc.nat(600),
  minimumRunMinutes: fc.nat(600),
})

describe('A market clock', () => {
  const ZONES: readonly (readonly [MarketClock, string])[] = [
    ['eastern', 'America/New_York'],
    ['central', 'America/Chicago'],
    ['pacific', 'America/Los_Angeles'],
  ]

  test('says what the time zone database says, before and after the rule of 2007', () => {
    for (const [clock, timeZone] of ZONES) {
      const wall = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      })
      fc.assert(
        fc.property(
          fc.integer({ min: dateSeconds(1990, 1, 1) / 900, max: dateSeconds(2040, 1, 1) / 900 }),
          (quarter) => {
            const seconds = quarter * 900
            const expected = wall.format(new Date(seconds * 1_000)).replace(', ', 'T')
            expect(new Date(wallOfUtc(clock, seconds) * 1_000).toISOString().slice(0, 16)).toBe(expected)
          },
        ),
      )
    }
  })

  test('there and back is the same moment; the repeated hour needs to be told apart', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES.map(([clock]) => clock)),
        fc.integer({ min: dateSeconds(2000, 1, 1), max: dateSeconds(2040, 1, 1) }),
        (clock, seconds) => {
          const wall = wallOfUtc(clock, seconds)
          const both = [utcOfWall(clock, wall, false), utcOfWall(clock, wall, true)]
          expect(both).toContain(seconds)
          expect(both[0] === both[1]).toBe(!isRepeatedHour(clock, wall))
        },
      ),
    )
  })
})

describe('Statistics of prices', () => {
  test('of known hours', () => {
    const found = priceStatistics(hourly([10, 20, 30, -40]), 'central')
    expect(found).toMatchObject({ intervals: 4, hours: 4, coverage: 1, meanUsdPerMwh: 5, negativeHours: 1 })
    expect(found).toMatchObject({ minUsdPerMwh: -40, maxUsdPerMwh: 30 })
    const logs = [10, 20, 30].map(Math.log)
    const mean = logs.reduce((sum, each) => sum + each, 0) / 3
    expect(found?.logSd).toBeCloseTo(Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 3), 12)
  })

  test('weigh an interval that ends early by its length', () => {
    const found = priceStatistics({ starts: [0, 900, 3_600], prices: [100, 0, 0], intervalSeconds: 3_600 }, 'utc')
    expect(found?.hours).toBe(2)
    expect(found?.meanUsdPerMwh).toBe(12.5)
  })

  test('take the dearest summer afternoon of each month for its peak', () => {
    const start = utcOfWall('central', dateSeconds(2024, 7, 1), false) ?? 0
    const prices = Array.from({ length: 48 }, (_, hour) => (hour === 3 ? 9_000 : hour === 41 ? 500 : 20))
    const found = priceStatistics(hourly(prices, start), 'central')
    expect(found?.peaks).toEqual([{ start: start + 41 * 3_600, usdPerMwh: 500 }])
    expect(priceStatistics(hourly([1, 2], dateSeconds(2024, 1, 1)), 'central')?.peakMeanUsdPerMwh).toBeNull()
  })

  test('stay in order whatever the prices are', () => {
    fc.assert(
      fc.property(series, (each) => {
        const found = priceStatistics(each, 'central')
        if (!found) throw new Error('A series with prices has statistics.')
        const rising = found.percentiles.map(({ usdPerMwh }) => usdPerMwh)
        expect(rising).toEqual([...rising].sort((a, b) => a - b))
        expect(found.durationCurve[0]).toBe(found.maxUsdPerMwh)
        expect(found.durationCurve.at(-1)).toBe(found.minUsdPerMwh)
        expect(found.meanUsdPerMwh).toBeGreaterThanOrEqual(found.minUsdPerMwh - 1e-9)
        expect(found.meanUsdPerMwh).toBeLessThanOrEqual(found.maxUsdPerMwh + 1e-9)
        expect(found.logSd ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(priceStatistics(hourly([]), 'central')).toBeNull()
  })
})

describe('A load that stops above a price', () => {
  test('answers late, stays off its least time, and calls off a stop that the price has overtaken', () => {
    const prices = hourly([10, 100, 10, 10, 10])
    const late = simulateCurtailment(prices, { ...AT_ONCE, strikeUsdPerMwh: 50, responseMinutes: 30 })
    expect(late).toMatchObject({ servedHours: 4, stops: 1 })
    expect(late?.effectiveUsdPerMwh).toBeCloseTo((10 + 50 + 5 + 10 + 10) / 4, 12)
    const down = simulateCurtailment(prices, { ...AT_ONCE, strikeUsdPerMwh: 50, minimumDownMinutes: 150 })
    expect(down).toMatchObject({ servedHours: 2.5, unservedHours: 2.5, hoursAboveStrike: 1 })
    const slow = simulateCurtailment(prices, { ...AT_ONCE, strikeUsdPerMwh: 50, responseMinutes: 90 })
    expect(slow).toMatchObject({ uptime: 1, stops: 0 })
  })

  test('at once takes just the hours at or below the strike, and never pays more than it', () => {
    fc.assert(
      fc.property(series, price, (each, strikeUsdPerMwh) => {
        const found = simulateCurtailment(each, { ...AT_ONCE, strikeUsdPerMwh })
        const taken = Array.from(each.prices).filter((one) => one <= strikeUsdPerMwh)
        expect(found?.servedHours).toBeCloseTo(taken.length, 9)
        if (taken.length === 0) expect(found?.effectiveUsdPerMwh).toBeNull()
        else expect(found?.effectiveUsdPerMwh).toBeLessThanOrEqual(strikeUsdPerMwh + 1e-9)
      }),
    )
  })

  test('runs longer at a higher strike', () => {
    fc.assert(
      fc.property(series, price, price, (each, a, b) => {
        const uptime = (strikeUsdPerMwh: number) =>
          simulateCurtailment(each, { ...AT_ONCE, strikeUsdPerMwh })?.uptime ?? Number.NaN
        expect(uptime(Math.max(a, b))).toBeGreaterThanOrEqual(uptime(Math.min(a, b)))
      }),
    )
  })

  test('splits all hours into served and unserved, with figures that are numbers, whatever its windows', () => {
    fc.assert(
      fc.property(series, price, windows, (each, strikeUsdPerMwh, rule) => {
        const found = simulateCurtailment(each, { strikeUsdPerMwh, ...rule })
        if (!found) throw new Error('A series with prices can be simulated.')
        expect(found.servedHours + found.unservedHours).toBeCloseTo(found.hours, 9)
        expect(found.uptime).toBeGreaterThanOrEqual(0)
        expect(found.uptime).toBeLessThanOrEqual(1)
        for (const figure of Object.values(found)) expect(figure === null || Number.isFinite(figure)).toBe(true)
        const never = simulateCurtailment(each, { strikeUsdPerMwh: 9_000, ...rule })
        expect(never).toMatchObject({ uptime: 1, stops: 0 })
        expect(never?.effectiveUsdPerMwh).toBeCloseTo(found.firmUsdPerMwh, 6)
      }),
    )
  })
})
