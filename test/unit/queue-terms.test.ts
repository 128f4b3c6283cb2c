import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
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
