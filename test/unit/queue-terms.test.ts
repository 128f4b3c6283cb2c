import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { findOutNext } from '../../shared/domain/ranking/find-out-next.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { resolveRuler } from '../../shared/domain/ranking/resolve-ruler.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { DELAY_SHAPES, expectedDelay } from '../../shared/domain/time-to-power/expected-delay.ts'
import { GRID_REGIONS, gridRegionOf } from '../../shared/domain/time-to-power/grid-region.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'

const { energizedMw: _, queueStatus: __, mwRungLevel: ___, ...bare } = SURVEYED_MINE
const QUEUED: SiteSketch = { ...bare, kind: 'powered_land', status: 'announced', queueMw: 200, queueStatus: 'study' }

function stepsOf(site: SiteSketch, changes: Partial<Record<AssumptionKey, number>> = {}) {
  const columns = buildColumns([site])
  const scenario = scenarioOf(STORY, changes)
  const { strategies } = explainSite(columns, rankSites(columns, scenario), 0, scenario)
  return strategies.find(({ strategy }) => strategy === 'lease')?.steps ?? []
}

describe('the time to power', () => {
  it('discounts less the longer it is, never beyond 0 and 1, in either shape', () => {
    const amount = (max: number) => fc.integer({ min: 0, max: max * 1e6 }).map((each) => each / 1e6)
    fc.assert(
      fc.property(
        fc.constantFrom(...DELAY_SHAPES),
        amount(20),
        amount(5),
        amount(2),
        amount(1),
        (shape, median, more, sigma, rate) => {
          const [near, far] = [median, median + more].map((years) => expectedDelay(shape, years, sigma))
          expect(near?.meanYears).toBeLessThanOrEqual((far?.meanYears ?? 0) + 1e-12)
          expect(near?.discountAt(rate)).toBeGreaterThanOrEqual((far?.discountAt(rate) ?? 1) - 1e-12)
          expect(near?.discountAt(rate)).toBeLessThanOrEqual(1 + 1e-12)
          expect(far?.discountAt(rate)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it('is the median alone without a spread, and now where the median is now', () => {
    for (const shape of DELAY_SHAPES) {
      expect(expectedDelay(shape, 3, 0).meanYears).toBe(3)
      expect(expectedDelay(shape, 3, 0).discountAt(0.1)).toBeCloseTo(Math.exp(-0.3), 12)
      expect(expectedDelay(shape, 0, 0.4).discountAt(0.1)).toBe(1)
    }
  })

  it('moves the value of a queued site with its shape, and not that of an energized one', () => {
    const leaseOf = (site: SiteSketch, delayShape: number) =>
      siteCase(buildColumns([site]), 0, scenarioOf(STORY, { delayShape }).assumptions).value.lease
    expect(leaseOf(QUEUED, 1)).not.toBe(leaseOf(QUEUED, 0))
    expect(leaseOf(SURVEYED_MINE, 1)).toBe(leaseOf(SURVEYED_MINE, 0))
  })

  it('is longer in Dominion’s zone than in the rest of PJM', () => {
    const regionOf = (name: string) => GRID_REGIONS[gridRegionOf(name)]
    for (const name of ['Dominion', 'PJM/Dominion', 'PJM DOM', 'VEPCO', 'Virginia Electric and Power'])
      expect(regionOf(name)).toMatchObject({ id: 'DOMINION', medianYears: 6 })
    expect(regionOf('PJM')?.id).toBe('PJM')
    expect(regionOf('Predominion Grid')?.id).toBe('elsewhere')
    expect(regionOf('')?.id).toBe('elsewhere')
  })
})

describe('what the queue may cost', () => {
  it('is said of a queued site: upgrades with their spread, and what is lost if power never comes', () => {
    const steps = stepsOf(QUEUED)
    const upgrades = steps.find(({ label }) => label === 'Network upgrades before an agreement')
    expect(upgrades?.formula).toContain('one in ten came below $13/kW and one in ten above $539/kW')
    expect(steps.find(({ label }) => label === 'Studies and security at risk')).toMatchObject({
      value: '$13,000/MW',
      formula: 'studies and security × (1 − chance of power): $4.00m at 200 MW lost with 65%',
      source: expect.stringContaining('Texas asks at least $100,000'),
    })
  })

  it('follows the stage', () => {
    expect(stepsOf({ ...QUEUED, queueStatus: 'ia_signed' }).map(({ label }) => label)).toContain(
      'Network upgrades after an agreement',
    )
    expect(stepsOf(SURVEYED_MINE).map(({ label }) => label)).not.toContain('Studies and security at risk')
  })
})

describe('the time that power took around a site', () => {
  const lease = (site: SiteSketch, changes: Partial<Record<AssumptionKey, number>> = {}) =>
    siteCase(buildColumns([site]), 0, scenarioOf(STORY, changes).assumptions).value
  const region = GRID_REGIONS[gridRegionOf('ERCOT')]?.medianYears ?? Number.NaN

  it('stands for the usual time of the region, with the same share left and the same spread', () => {
    for (const queueStatus of ['applied', 'study', 'ia_signed', 'construction', 'unknown']) {
      const site = { ...QUEUED, queueStatus }
      const same = lease({ ...site, areaYearsToPower: region })
      expect(same.powerYears).toBeCloseTo(lease(site).powerYears, 12)
      expect(same.lease).toBeCloseTo(lease(site).lease, 6)
      expect(lease({ ...site, areaYearsToPower: 2 * region }).powerYears).toBeCloseTo(2 * same.powerYears, 12)
    }
  })

  it('never makes a site worth more by being longer, once power is what it waits for', () => {
    fc.assert(
      fc.property(
        // Sooner than buildings and equipment, a later power line is only paid for later.
        fc.double({ min: 5, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (years, more) => {
          const [soon, late] = [years, years + more].map((areaYearsToPower) => lease({ ...QUEUED, areaYearsToPower }))
          for (const use of ['lease', 'cloud', 'colo', 'mine'] as const)
            expect(late?.[use]).toBeLessThanOrEqual((soon?.[use] ?? 0) + 1e-6)
        },
      ),
    )
  })

  it('gives way to a promised date, and says nothing of a site that is energized', () => {
    const promised = { ...QUEUED, energizationYear: 2027 }
    expect(lease({ ...promised, areaYearsToPower: 12 }).lease).toBe(lease(promised).lease)
    expect(lease({ ...SURVEYED_MINE, areaYearsToPower: 12 }).lease).toBe(lease(SURVEYED_MINE).lease)
  })

  it('is told in the derivation with the field that vouches for it, and so is the region where it stands in', () => {
    const own = stepsOf({ ...QUEUED, areaYearsToPower: 5 }).find(({ label }) => label.startsWith('Median years'))
    expect(own).toMatchObject({
      label: 'Median years to power, area of the site',
      value: '4 years',
      field: 'areaYearsToPower',
    })
    const usual = stepsOf(QUEUED).find(({ label }) => label.startsWith('Median years'))
    expect(usual).toMatchObject({ label: 'Median years to power, ERCOT', value: '2.4 years' })
    expect(usual?.field).toBeUndefined()
    expect(stepsOf(SURVEYED_MINE).some(({ label }) => label.startsWith('Median years'))).toBe(false)
  })

  it('is asked for where nobody knows it and no date is promised', () => {
    const asked = (site: SiteSketch) =>
      findOutNext(siteCase(buildColumns([site]), 0, scenarioOf(STORY).assumptions)).map(({ label }) => label)
    const label = 'Years from request to power in the area'
    expect(asked(QUEUED)).toContain(label)
    expect(asked({ ...QUEUED, areaYearsToPower: 4 })).not.toContain(label)
    expect(asked({ ...QUEUED, energizationYear: 2028 })).not.toContain(label)
    expect(asked(SURVEYED_MINE)).not.toContain(label)
  })
})

describe('queue pressure', () => {
  const ruler = (() => {
    const criteria = [{ id: 'queue_pressure' as const, weight: 1, worst: 50, best: 0.5 }]
    const resolved = resolveRuler({ id: 'pressed', name: 'Pressed', version: 1, lens: 'combined', criteria })
    if (!resolved.ok) throw new Error(resolved.reason)
    return resolved.ruler
  })()
  const scores = (site: SiteSketch) => {
    const { score, scoreAtBest } = rankSites(buildColumns([site]), scenarioOf(STORY), ruler)
    return [score[0] ?? Number.NaN, scoreAtBest[0] ?? Number.NaN]
  }

  it('is megawatts likely ahead for each one of the site, better the fewer', () => {
    expect(scores({ ...QUEUED, queueAheadMw: 100 })[0]).toBeCloseTo(100, 9)
    expect(scores({ ...QUEUED, queueAheadMw: 1_000 })[0]).toBeCloseTo(50, 9)
    expect(scores({ ...QUEUED, queueAheadMw: 10_000 })[0]).toBeCloseTo(0, 9)
    expect(scores({ ...QUEUED, queueAheadMw: 0 })[0]).toBe(100)
    const explained = explainSite(
      buildColumns([{ ...QUEUED, queueAheadMw: 1_000 }]),
      rankSites(buildColumns([{ ...QUEUED, queueAheadMw: 1_000 }]), scenarioOf(STORY), ruler),
      0,
      scenarioOf(STORY),
    )
    expect(explained.criteria[0]).toMatchObject({ label: 'Queue pressure', value: '5 MW ahead per MW' })
  })

  it('is an interval where nobody knows what stands ahead, and none where power is there', () => {
    expect(scores(QUEUED)).toEqual([0, 100])
    expect(scores(SURVEYED_MINE)).toEqual([100, 100])
  })
})
