import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateSeconds, utcOfWall } from '../../shared/domain/prices/market-clock.ts'
import { peakSpan, readPeakHours } from '../../shared/domain/prices/peak-hours.ts'
import { priceStatistics } from '../../shared/domain/prices/price-statistics.ts'

const DAY = utcOfWall('central', dateSeconds(2025, 6, 18), false) ?? 0
/** A day's quarter hours, each with its own number for a price. */
const QUARTERS = {
  starts: Array.from({ length: 96 }, (_, i) => DAY + i * 900),
  prices: Array.from({ length: 96 }, (_, i) => i),
  intervalSeconds: 900,
}

describe('Hours of system peaks', () => {
  test('are read as a person lists them, each once and in order', () => {
    expect(readPeakHours('2025-07-30T16:45; 2025-06-18T17,2025-06-18T17\n')).toEqual({
      ok: true,
      hours: ['2025-06-18T17', '2025-07-30T16:45'],
    })
    expect(readPeakHours(' ')).toEqual({ ok: true, hours: [] })
  })

  for (const wrong of [
    '2025-06-31T17',
    '2025-06-18T24',
    '2025-06-18',
    '2025-06-18T17:20',
    '06/18/2025',
    '2025-6-18T17',
  ])
    test(`do not take "${wrong}" for one`, () => {
      const read = readPeakHours(`2025-06-18T17, ${wrong}`)
      expect(read.ok ? '' : read.reason).toMatch(new RegExp(`^"${wrong}" is no hour; write peaks .+ between\\.$`))
    })

  test('count what the node cost in them, by the clock of the market', () => {
    const found = priceStatistics(QUARTERS, 'central', ['2025-06-18T16:45', '2025-06-18T17', '2025-07-30T17'])
    expect(found).toMatchObject({
      arePeaksNamed: true,
      peaks: [
        { start: DAY + 67 * 900, usdPerMwh: 67 },
        { start: DAY + 68 * 900, usdPerMwh: (68 + 69 + 70 + 71) / 4 },
      ],
      peakMeanUsdPerMwh: (67 + 69.5) / 2,
      unpricedPeaks: ['2025-07-30T17'],
    })
  })

  test('are not known, and not guessed, where the node has no price in any of them', () => {
    const found = priceStatistics(QUARTERS, 'central', ['2024-08-20T17'])
    expect(found).toMatchObject({ peaks: [], peakMeanUsdPerMwh: null, unpricedPeaks: ['2024-08-20T17'] })
    expect(priceStatistics(QUARTERS, 'central')).toMatchObject({ arePeaksNamed: false, unpricedPeaks: [] })
  })

  test('take from an hourly price what a quarter of the hour shares with it', () => {
    const hourly = { starts: [DAY, DAY + 3_600], prices: [10, 30], intervalSeconds: 3_600 }
    expect(priceStatistics(hourly, 'central', ['2025-06-18T01:45'])?.peaks).toEqual([
      { start: DAY + 6_300, usdPerMwh: 30 },
    ])
  })

  test('that were read have a time in every month that does not change its clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 1, max: 30 }), fc.nat(23), (month, day, hour) => {
        const two = (number: number) => String(number).padStart(2, '0')
        const text = `2025-${two(month)}-${two(day)}T${two(hour)}`
        const read = readPeakHours(text)
        expect(read).toEqual({ ok: true, hours: [text] })
        const span = peakSpan(text, 'central')
        expect((span?.end ?? 0) - (span?.start ?? 0)).toBe(3_600)
      }),
    )
  })
})
