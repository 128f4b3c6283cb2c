import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearMiss } from '../../shared/domain/gates/near-miss.ts'
import { GATES } from '../../shared/domain/ranking/ranking.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function miss(site: SiteSketch, changes: Partial<Record<AssumptionKey, number>> = {}, preset = STORY) {
  return nearMiss(siteCase(buildColumns([site]), 0, scenarioOf(preset, changes).assumptions))
}

function cureOf(site: SiteSketch, gate: string, changes: Partial<Record<AssumptionKey, number>> = {}) {
  const cure = miss(site, changes).cures.find((each) => each.gate === gate)
  if (!cure) throw new Error(`The gate ${gate} passes.`)
  return cure
}

const { energizedMw: _, queueStatus: __, status: ___, ...LAND } = SURVEYED_MINE
/** 100 MW with a queue position, 22 miles from the grid. */
const FAR: SiteSketch = { ...LAND, queueMw: 100, queueStatus: 'study', substationDistanceMi: 22 }

describe('the cheapest cure of a failed gate', () => {
  it('is nothing where every gate passes', () => {
    expect(miss(SURVEYED_MINE)).toEqual({ cures: [], together: null, reading: '' })
  })

  it('buys the acres that are missing, at the price of land', () => {
    const cure = cureOf({ ...SURVEYED_MINE, landAcres: 30 }, 'land')
    expect(cure).toMatchObject({
      state: 'fail',
      isCurable: true,
      costUsd: 100 * 15_000,
      costUsdPerMw: 7_500,
      months: 6,
    })
    expect(cure.reading).toBe('Cheapest cure: 100 more acres, $1.50m ($8k/MW), about 6 months, if a neighbor sells.')
  })

  it('builds the line by the mile and a substation by the megawatt, which the value has paid already', () => {
    const cure = cureOf(FAR, 'substation_distance')
    expect(cure.costUsd).toBe(22 * 2e6 + 100 * 80_000)
    expect(cure.extraUsdPerMw).toBeCloseTo(0, 6)
    expect(cure.months).toBe(36)
    expect(cureOf({ ...FAR, gridVoltageKv: 345 }, 'substation_distance').costUsd).toBe(22 * 4e6 + 100 * 80_000)
  })

  it('builds two fiber routes at one and a half times the price of a mile', () => {
    expect(cureOf({ ...SURVEYED_MINE, fiberDistanceMi: 60 }, 'fiber')).toMatchObject({
      costUsd: 60 * 86_000 * 3,
      months: 12,
    })
  })

  it('asks for firm service at the price of network upgrades, and waits for the study', () => {
    const cure = cureOf({ ...SURVEYED_MINE, serviceFirmness: 'interruptible' }, 'firm_service')
    expect(cure.costUsd).toBe(200 * 85_000)
    expect(cure.months).toBeCloseTo(12 * 3 * 0.8, 9)
  })

  it('steps up to transmission voltage, no sooner than a transformer comes', () => {
    const cure = cureOf({ ...SURVEYED_MINE, gridVoltageKv: 34.5, substationDistanceMi: 0 }, 'voltage')
    expect(cure.costUsd).toBe(200 * 80_000)
    expect(cure.months).toBe(29.5)
    expect(cure.reading).toContain('a 138 kV substation and no line')
  })

  it('knows no cure for a flood zone, nor for megawatts that nobody has filed for', () => {
    const flooded = miss({ ...SURVEYED_MINE, floodZone: 'AE', landAcres: 30 })
    expect(flooded.cures.find(({ gate }) => gate === 'flood')).toMatchObject({ isCurable: false, costUsd: Number.NaN })
    expect(flooded.together).toBeNull()
    expect(flooded.reading).toBe('No AI use at any price: flood cannot be cured.')
    expect(cureOf({ ...SURVEYED_MINE, energizedMw: 10 }, 'contiguous_mw').reading).toMatch(/^Cannot be cured: .*29 MW/)
    expect(cureOf({ ...SURVEYED_MINE, energizedMw: 10, plannedMw: 60 }, 'contiguous_mw')).toMatchObject({
      isCurable: true,
      costUsd: 85_000 * (20 * 1.43 - 10),
    })
  })
})

describe('a basin that is closed to new users', () => {
  it('shuts AI out and is cured by cooling that draws no water, at a share of the price of the hall', () => {
    const cure = cureOf({ ...SURVEYED_MINE, waterBasin: 'restricted' }, 'water')
    const site = siteCase(buildColumns([SURVEYED_MINE]), 0, scenarioOf(STORY).assumptions)
    expect(cure).toMatchObject({ state: 'fail', isCurable: true, months: 7 })
    expect(cure.costUsdPerMw).toBeCloseTo(0.085 * site.value.aiCapex, 6)
    expect(cure.reading).toContain('closed-loop cooling')
  })

  it('does not when it is stressed and no more, nor does it stop a mine', () => {
    const of = (waterBasin: string) =>
      siteCase(buildColumns([{ ...SURVEYED_MINE, waterBasin }]), 0, scenarioOf(STORY).assumptions)
    expect(of('stressed').isAiBlocked).toBe(false)
    expect(of('restricted')).toMatchObject({ isAiBlocked: true, isMineBlocked: false })
  })
})

describe('an unknown gate', () => {
  it('says what to find out, and what a failure would cost', () => {
    const { landAcres: ____, ...open } = SURVEYED_MINE
    const result = miss(open)
    expect(result.reading).toBe('')
    expect(result.together).toBeNull()
    expect(result.cures).toHaveLength(1)
    expect(result.cures[0]).toMatchObject({ gate: 'land', state: 'unknown', costUsd: 130 * 15_000 })
    expect(result.cures[0]?.reading).toMatch(/^To find out: .*get the parcel acreage\. If it fails: 130 more acres, /)
  })
})

describe('all cures together', () => {
  it('cost their sum, take as long as the longest, and leave the AI value less what it had not paid', () => {
    const site = { ...SURVEYED_MINE, landAcres: 30, fiberDistanceMi: 60 }
    const { together, cures } = miss(site)
    const healthy = siteCase(buildColumns([site]), 0, scenarioOf(STORY).assumptions).value
    const best = Math.max(healthy.lease, healthy.cloud, healthy.colo, healthy.hybrid)
    expect(together?.costUsd).toBe(cures.reduce((sum, each) => sum + each.costUsd, 0))
    expect(together?.months).toBe(12)
    expect(together?.valueUsdPerMw).toBeCloseTo(best * Math.exp(-0.095) - 7_500, 3)
  })

  it('say by how much AI use falls short where the cure does not pay', () => {
    const { reading, together } = miss(
      { ...SURVEYED_MINE, landAcres: 30 },
      { leaseRentUsdPerKwMonth: 40, gpuHourUsd: 1 },
    )
    expect(together?.valueUsdPerMw).toBeLessThan(0)
    expect(reading).toMatch(
      /^The failed gate can be cured for \$1\.50m .* AI use would still be \$.*\/MW short of paying\.$/,
    )
  })
})

describe('for any site', () => {
  it('every gate that does not pass has one reading, and no cost is negative', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), (site, preset) => {
        const each = siteCase(buildColumns([site]), 0, scenarioOf(preset).assumptions)
        const { cures, together, reading } = nearMiss(each)
        expect(cures.map(({ gate }) => gate)).toEqual(GATES.filter((_gate, index) => each.gates[index] !== 0))
        for (const cure of cures) {
          expect(cure.reading).toMatch(/^(Cheapest cure|Cannot be cured|To find out): .*\.$/)
          expect(cure.reading).not.toMatch(/NaN|undefined|Infinity|unknown\/MW/)
          if (!cure.isCurable) continue
          expect(cure.costUsd).toBeGreaterThanOrEqual(0)
          expect(cure.extraUsdPerMw).toBeLessThanOrEqual(cure.costUsdPerMw)
          expect(cure.months).toBeGreaterThanOrEqual(0)
        }
        const failed = cures.filter(({ state }) => state === 'fail')
        expect(reading === '').toBe(failed.length === 0)
        if (together) expect(Number.isFinite(together.valueUsdPerMw)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('a cure never gets cheaper when its unit price rises', () => {
    fc.assert(
      fc.property(anySite, fc.double({ min: 0, max: 1, noNaN: true }), (site, share) => {
        const cheap = miss(site)
        const dear = miss(site, {
          landUsdPerAcre: 15_000 + share * 200_000,
          lineUsdPerMile: 2e6 + share * 1e6,
          fiberUsdPerMile: 86_000 + share * 9_000,
        })
        cheap.cures.forEach((cure, index) => {
          if (cure.isCurable) expect(dear.cures[index]?.costUsd).toBeGreaterThanOrEqual(cure.costUsd)
        })
      }),
      { numRuns: 100 },
    )
  })
})
