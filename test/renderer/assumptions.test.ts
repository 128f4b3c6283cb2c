import { describe, expect, it } from 'vitest'
import { strategyBars } from '../../renderer/src/charts/strategy-bars.ts'
import { ASSUMPTION_GROUPS } from '../../renderer/src/list/assumption-groups.ts'
import { assumptionStep, formatChange, roundToStep } from '../../renderer/src/list/format-assumption.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS } from '../../shared/domain/scenario/assumption-defs.ts'
import { formatAssumption } from '../../shared/format/format-assumption.ts'

describe('the assumptions on the screen', () => {
  it('stand in exactly one group each', () => {
    expect(ASSUMPTION_GROUPS.flatMap((group) => group.keys)).toEqual(ASSUMPTION_KEYS)
    expect(ASSUMPTION_GROUPS.map((group) => group.title)).toContain('Bitcoin market')
    expect(ASSUMPTION_GROUPS.map((group) => group.title)).not.toContain('General')
  })

  it('read as the field writes them', () => {
    expect(formatAssumption(ASSUMPTIONS.btcPriceUsd, 60_734)).toBe('$60,734')
    expect(formatAssumption(ASSUMPTIONS.leaseRentUsdPerKwMonth, 125)).toBe('$125/kW-month')
    expect(formatAssumption(ASSUMPTIONS.fleetEfficiencyJPerTh, 17.5)).toBe('17.50 J/TH')
    expect(formatAssumption(ASSUMPTIONS.difficultyGrowthPerYear, 0.35)).toBe('35%/yr')
    expect(formatChange(ASSUMPTIONS.powerPriceChangeUsdPerMwh, 5)).toBe('+$5/MWh')
    expect(formatChange(ASSUMPTIONS.powerPriceChangeUsdPerMwh, -3.5)).toBe('−$3.50/MWh')
    expect(formatChange(ASSUMPTIONS.powerPriceChangeUsdPerMwh, 0)).toBe('as known')
  })

  it('move in even steps, about a hundred from low to high', () => {
    for (const key of ASSUMPTION_KEYS) {
      const def = ASSUMPTIONS[key]
      if (def.choices !== undefined) continue
      const steps = (def.high - def.low) / assumptionStep(def)
      expect(steps, key).toBeGreaterThanOrEqual(99)
      expect(steps, key).toBeLessThanOrEqual(260)
    }
    expect(roundToStep(0.30000000000000004, 0.005)).toBe(0.3)
  })
})

describe('the bars of the strategies', () => {
  it('share one scale with zero on it, losses to its left', () => {
    const { zeroX, bars } = strategyBars([3, -1, Number.NaN], 200)
    expect(zeroX).toBe(50)
    expect(bars).toEqual([
      { x: 50, width: 150, isNegative: false, isCut: false },
      { x: 0, width: 50, isNegative: true, isCut: false },
      null,
    ])
  })

  it('cut a loss far beyond the values that decide', () => {
    const { bars } = strategyBars([800_000, 400_000, -12_000_000], 200)
    expect(bars[2]).toMatchObject({ x: 0, isNegative: true, isCut: true })
    expect(bars[0]?.width).toBeGreaterThan(50)
  })
})
