import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCalc } from '../../shared/domain/calc/run-calc.ts'
import { exitFeeUsd, minimumTakeBill } from '../../shared/domain/power-price/minimum-take.ts'
import { PRICE_PARTS, type PriceParts, priceBuildUp } from '../../shared/domain/power-price/price-build-up.ts'

const NOTHING: PriceParts = {
  energyUsdPerMwh: 0,
  lossShare: 0,
  basisUsdPerMwh: 0,
  capacityUsdPerMwDay: 0,
  peakLoadShare: 1,
  transmissionUsdPerKwYear: 0,
  transmissionPeakShare: 1,
  demandUsdPerKwMonth: 0,
  ridersUsdPerMwh: 0,
  taxShare: 0,
  loadFactor: 1,
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const amount = fc.double({ min: 0, max: 500, noNaN: true })
const anyParts: fc.Arbitrary<PriceParts> = fc.record({
  energyUsdPerMwh: fc.double({ min: -100, max: 500, noNaN: true }),
  lossShare: fc.double({ min: 0, max: 0.2, noNaN: true }),
  basisUsdPerMwh: fc.double({ min: -50, max: 50, noNaN: true }),
  capacityUsdPerMwDay: amount,
  peakLoadShare: share,
  transmissionUsdPerKwYear: amount,
  transmissionPeakShare: share,
  demandUsdPerKwMonth: fc.double({ min: 0, max: 50, noNaN: true }),
  ridersUsdPerMwh: amount,
  taxShare: fc.double({ min: 0, max: 0.2, noNaN: true }),
  loadFactor: fc.double({ min: 0.05, max: 1, noNaN: true }),
})

describe('the all-in price of power', () => {
  it.each([
    ['2024/25', 28.92, 1.21],
    ['2025/26', 269.92, 11.25],
    ['2026/27', 329.17, 13.72],
    ['2027/28', 333.44, 13.89],
  ])('holds the PJM capacity price of %s: $%d/MW-day is $%d/MWh at full load', (_, usdPerMwDay, usdPerMwh) => {
    expect(priceBuildUp({ ...NOTHING, capacityUsdPerMwDay: usdPerMwDay }).usdPerMwh.capacity).toBeCloseTo(usdPerMwh, 2)
  })

  it('adds energy, capacity and transmission to the wholesale price that PJM published for 2024', () => {
    const built = priceBuildUp({
      ...NOTHING,
      energyUsdPerMwh: 33.74,
      capacityUsdPerMwDay: 3.7 * 24,
      transmissionUsdPerKwYear: 17.7 * 8.76,
    })
    expect(Math.abs(built.allInUsdPerMwh / 55.54 - 1)).toBeLessThan(0.01)
  })

  it('spares a mine that stands down in the peak hours its capacity and transmission', () => {
    const parts = { ...NOTHING, energyUsdPerMwh: 30, capacityUsdPerMwDay: 269.92, transmissionUsdPerKwYear: 65 }
    expect(priceBuildUp({ ...parts, peakLoadShare: 0, transmissionPeakShare: 0 }).allInUsdPerMwh).toBe(30)
    expect(priceBuildUp(parts).allInUsdPerMwh).toBeCloseTo(30 + 11.247 + 7.42, 2)
  })

  it('doubles fixed charges a MWh at half the load factor', () => {
    const parts = { ...NOTHING, capacityUsdPerMwDay: 240, transmissionUsdPerKwYear: 87.6, demandUsdPerKwMonth: 7.3 }
    expect(priceBuildUp(parts).usdPerMwh).toMatchObject({ capacity: 10, transmission: 10, demand: 10 })
    expect(priceBuildUp({ ...parts, loadFactor: 0.5 }).allInUsdPerMwh).toBeCloseTo(60, 9)
  })

  it('is the sum of its parts, and its shares add to one', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const { allInUsdPerMwh, usdPerMwh, share } = priceBuildUp(parts)
        const sum = PRICE_PARTS.reduce((total, part) => total + usdPerMwh[part], 0)
        expect(Math.abs(sum - allInUsdPerMwh)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(sum)))
        fc.pre(Math.abs(allInUsdPerMwh) > 1)
        expect(PRICE_PARTS.reduce((total, part) => total + share[part], 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('never falls when a charge rises or the load factor drops', () => {
    fc.assert(
      fc.property(anyParts, share, (parts, by) => {
        const before = priceBuildUp(parts).allInUsdPerMwh
        const rises = ['basisUsdPerMwh', 'capacityUsdPerMwDay', 'demandUsdPerKwMonth', 'ridersUsdPerMwh'] as const
        for (const key of rises) {
          expect(priceBuildUp({ ...parts, [key]: parts[key] + by }).allInUsdPerMwh).toBeGreaterThanOrEqual(
            before - 1e-9,
          )
        }
        const emptier = { ...parts, loadFactor: parts.loadFactor * (1 - 0.9 * by) }
        expect(priceBuildUp(emptier).allInUsdPerMwh).toBeGreaterThanOrEqual(before - 1e-9)
      }),
    )
  })
})

describe('a tariff with a minimum take', () => {
  const AEP = { contractedMw: 100, demandUsdPerKwMonth: 10, minimumShare: 0.85, energyUsdPerMwh: 30 }

  it('bills 85% of the contract to a mine that runs 40% of it, and all that is used above', () => {
    const idle = minimumTakeBill(AEP, 0.4)
    expect(idle.billedMw).toBe(85)
    expect(idle.demandUsdPerYear).toBeCloseTo(85 * 120_000, 6)
    expect(idle.idleUsdPerYear).toBeCloseTo(45 * 120_000, 6)
    expect(idle.effectiveUsdPerMwh).toBeCloseTo(30 + (85 * 120_000) / (40 * 8_760), 9)
    expect(minimumTakeBill(AEP, 0.95)).toMatchObject({ billedMw: 95, idleUsdPerYear: 0 })
  })

  it('still bills where nothing is drawn, and then has no price a MWh', () => {
    expect(minimumTakeBill(AEP, 0)).toMatchObject({ billedMw: 85, energyUsdPerYear: 0, effectiveUsdPerMwh: Number.NaN })
  })

  it('never gets dearer a MWh with more use', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (use) => {
        const more = minimumTakeBill(AEP, Math.min(1, use + 0.01)).effectiveUsdPerMwh
        expect(more).toBeLessThanOrEqual(minimumTakeBill(AEP, use).effectiveUsdPerMwh + 1e-9)
      }),
    )
  })

  it('asks for the minimum of the years owed when left early, up to its cap', () => {
    const yearly = 85 * 120_000
    expect(exitFeeUsd(AEP, 3, 10, 0)).toBeCloseTo(3 * yearly, 6)
    expect(exitFeeUsd(AEP, 8, 2.5, 0)).toBeCloseTo(2.5 * yearly, 6)
    expect(exitFeeUsd(AEP, 1, 10, 0.1)).toBeCloseTo(yearly / 1.1 ** 0.5, 6)
    expect(exitFeeUsd(AEP, 0, 10, 0.1)).toBe(0)
  })
})

describe('the formulas of the command line', () => {
  const GIVEN = {
    energy_usd_mwh: 30,
    loss_share: 0.02,
    basis_usd_mwh: -1,
    capacity_usd_mw_day: 269.92,
    peak_load_share: 1,
    transmission_usd_kw_year: 65,
    transmission_peak_share: 1,
    demand_usd_kw_month: 2,
    riders_usd_mwh: 1.5,
    tax_share: 0.05,
    load_factor: 0.9,
  }

  it('build a price up', () => {
    const result = runCalc('power_price_build_up', GIVEN)
    const untaxed = 30.6 - 1 + 269.92 / 21.6 + 65_000 / 7_884 + 24_000 / 7_884 + 1.5
    expect(result).toMatchObject({ ok: true, outputs: { all_in_usd_mwh: expect.closeTo(untaxed * 1.05, 9) } })
  })

  it('refuse a load factor of 0 in one sentence', () => {
    expect(runCalc('power_price_build_up', { ...GIVEN, load_factor: 0 })).toEqual({
      ok: false,
      error: 'The input load_factor must be a number above 0, at most 1, not 0.',
    })
  })

  it('bill a minimum take', () => {
    const given = {
      contracted_mw: 100,
      demand_usd_kw_month: 10,
      minimum_share: 0.85,
      energy_usd_mwh: 30,
      utilisation: 0,
      years_left: 3,
      exit_cap_years: 3,
      discount_rate: 0,
    }
    const result = runCalc('minimum_take', given)
    expect(result).toMatchObject({
      ok: true,
      outputs: { billed_mw: 85, exit_fee_usd: expect.closeTo(3 * 10_200_000, 3) },
    })
    expect(result.ok && Object.keys(result.outputs)).not.toContain('effective_usd_mwh')
  })
})
