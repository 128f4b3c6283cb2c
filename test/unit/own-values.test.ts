import { describe, expect, it } from 'vitest'
import { ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { baseValue, ownValues } from '../../shared/domain/scenario/own-values.ts'

const BASE = { preset: '2025-12', values: { feeShare: { value: 0.03, source: 'Desk', asOf: null, author: 'Ann' } } }
const RENT = { value: 140, source: 'Term sheet', asOf: '2026-06', author: 'Bob' }

describe('what a base says of an assumption', () => {
  it("is the base deck's value, else the preset's, else the default", () => {
    expect(baseValue(BASE, 'feeShare')).toBe(0.03)
    expect(baseValue(BASE, 'btcPriceUsd')).toBe(91_000)
    expect(baseValue(BASE, 'leaseRentUsdPerKwMonth')).toBe(ASSUMPTIONS.leaseRentUsdPerKwMonth.default)
  })
})

describe('the values that a deck saves', () => {
  const own = { leaseRentUsdPerKwMonth: RENT }

  it('stay as they are where nothing was moved', () => {
    expect(ownValues(BASE, own, {}, {})).toEqual(own)
    expect(ownValues(BASE, own, { leaseRentUsdPerKwMonth: 140 }, {})).toEqual(own)
  })

  it('lose the source of the value that was there before', () => {
    expect(ownValues(BASE, own, { leaseRentUsdPerKwMonth: 150 }, {})).toEqual({
      leaseRentUsdPerKwMonth: { value: 150, source: '', asOf: null },
    })
  })

  it('take a newly typed source, also for a value that stays', () => {
    const typed = { source: 'Letter', asOf: '2026-07' }
    expect(ownValues(BASE, own, {}, { leaseRentUsdPerKwMonth: typed })).toEqual({
      leaseRentUsdPerKwMonth: { value: 140, ...typed },
    })
    expect(ownValues(BASE, {}, {}, { feeShare: typed })).toEqual({ feeShare: { value: 0.03, ...typed } })
  })

  it('are dropped when moved back to the base', () => {
    const value = ASSUMPTIONS.leaseRentUsdPerKwMonth.default
    expect(ownValues(BASE, own, { leaseRentUsdPerKwMonth: value, btcPriceUsd: 91_000 }, {})).toEqual({})
  })
})
