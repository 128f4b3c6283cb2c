import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime } from '../../shared/format/format-date.ts'
import {
  formatMw,
  formatNumber,
  formatPercent,
  formatUsd,
  formatUsdPerMw,
  formatUsdPerMwh,
  formatUsdShort,
  formatYears,
} from '../../shared/format/format-quantity.ts'

describe('formats', () => {
  it.each([
    [formatNumber(1_234_567.891, 2), '1,234,567.89'],
    [formatNumber(-1234), '−1,234'],
    [formatNumber(-0.001, 2), '0.00'],
    [formatNumber(Number.NaN), 'unknown'],
    [formatUsd(103_013.95), '$103,014'],
    [formatUsd(-12.5, 2), '−$12.50'],
    [formatUsdShort(1_240_000), '$1.24m'],
    [formatUsdShort(999_600), '$1.00m'],
    [formatUsdShort(340_400), '$340k'],
    [formatUsdShort(2.1e9), '$2.10bn'],
    [formatUsdShort(950), '$950'],
    [formatUsdPerMw(1_240_000), '$1.24m/MW'],
    [formatUsdPerMw(-674_000), '−$0.67m/MW'],
    [formatUsdPerMw(Number.NaN), 'unknown'],
    [formatMw(1_200), '1,200 MW'],
    [formatMw(4.5), '4.5 MW'],
    [formatPercent(0.125, 1), '12.5%'],
    [formatUsdPerMwh(46.2), '$46.20/MWh'],
    [formatYears(0), 'now'],
    [formatYears(0.5), '6 months'],
    [formatYears(1), '1 year'],
    [formatYears(2.25), '2.3 years'],
    [formatDate('2026-07-01'), '1 Jul 2026'],
    [formatDate('2026-07'), 'Jul 2026'],
    [formatDate('2026'), '2026'],
    [formatDate(null), 'unknown'],
    [formatDate(Date.UTC(2026, 6, 1, 23, 59)), '1 Jul 2026'],
    [formatDateTime(Date.UTC(2026, 6, 1, 14, 5)), '1 Jul 2026, 14:05 UTC'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected)
  })
})
