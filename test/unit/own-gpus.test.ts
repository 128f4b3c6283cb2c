import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gpuGenerations } from '../../shared/domain/conversion/gpu-generations.ts'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import { ASSUMPTIONS, type AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

type Changes = Partial<Record<AssumptionKey, number>>

function caseWith(changes: Changes, site = SURVEYED_MINE) {
  return siteCase(buildColumns([site]), 0, scenarioOf(STORY, changes).assumptions)
}

/** What the cloud earns at the start, its own fixed costs apart. */
function atStart(changes: Changes): number {
  return caseWith(changes).value.cloudAtStart
}

describe('GPUs that are paid for whether used or not', () => {
  it('earn every hour at one price', () => {
    const { terms } = caseWith({ gpuTakeOrPayShare: 1, gpuUtilisation: 0.4, gpuHourSlopePerYear: -0.4 })
    expect(terms.gpuHoursSoldShare).toBe(1)
    expect(terms.gpuHourSold).toBe(0.85 * terms.assumptions.gpuHourUsd)
  })

  it('are worth what merchant GPUs are that are always sold at a price that does not move', () => {
    const paid = atStart({ gpuTakeOrPayShare: 1, gpuTakeOrPayPriceShare: 1 })
    expect(atStart({ gpuUtilisation: 1, gpuHourSlopePerYear: 0 }) / paid).toBeCloseTo(1, 10)
  })

  it('and merchant ones make nothing where none is sold, without a NaN', () => {
    const { terms, value } = caseWith({ gpuUtilisation: 0 })
    expect(terms.gpuHoursSoldShare).toBe(0)
    expect(Number.isFinite(value.cloud)).toBe(true)
  })
})

describe('generations of GPUs', () => {
  it('follow one another until the shell ends', () => {
    const at = (changes: Changes) =>
      gpuGenerations(scenarioOf(STORY, changes).assumptions).map(({ startYears, years }) => [startYears, years])
    expect(at({})).toEqual([[0, 5]])
    expect(at({ gpuGenerations: 3 })).toEqual([
      [0, 5],
      [5, 5],
      [10, 5],
    ])
    expect(at({ gpuGenerations: 9, shellLifeYears: 12 })).toEqual([
      [0, 5],
      [5, 5],
      [10, 2],
    ])
    expect(at({ gpuGenerations: 2, shellLifeYears: 4 })).toEqual([[0, 5]])
  })

  it('alike to the first are worth as much each, discounted', () => {
    const site = caseWith({})
    const fixed = site.value.siteCost + site.value.substationCost + site.value.upgradeCost + site.value.fiberCost
    const one = atStart({ gpuHourUsd: 4 }) + fixed
    const three = atStart({ gpuHourUsd: 4, gpuGenerations: 3 }) + fixed
    const rate = site.terms.assumptions.gpuDiscountRate
    expect(three / one).toBeCloseTo(1 + (1 + rate) ** -5 + (1 + rate) ** -10, 9)
  })

  it('are named in the derivation where there are later ones', () => {
    const labels = (changes: Changes) => {
      const columns = buildColumns([SURVEYED_MINE])
      const scenario = scenarioOf(STORY, changes)
      const { strategies } = explainSite(columns, rankSites(columns, scenario), 0, scenario)
      return strategies.find(({ strategy }) => strategy === 'cloud')?.steps.map(({ label }) => label)
    }
    expect(labels({})).not.toContain('Later generations of GPUs')
    expect(labels({ gpuGenerations: 2 })).toContain('Later generations of GPUs')
  })
})

const WORSE: readonly (readonly [AssumptionKey, 1 | -1])[] = [
  ['gpuRefreshCapexShare', 1],
  ['gpuRefreshHourShare', -1],
  ['gpuResidualShare', -1],
  ['gpuCapexUsd', 1],
  ['gpuHourUsd', -1],
  ['gpuHourSlopePerYear', -1],
]

describe('the value of own GPUs', () => {
  it('never rises with a worse input and is never NaN', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        anySite,
        fc.constantFrom(...WORSE),
        share,
        share,
        fc.integer({ min: 1, max: 5 }),
        share,
        (site, [key, sign], one, other, gpuGenerations, gpuTakeOrPayShare) => {
          const { min, max } = ASSUMPTIONS[key]
          const [low, high] = [Math.min(one, other), Math.max(one, other)].map((each) => min + each * (max - min))
          const at = (value: number | undefined) =>
            caseWith({ gpuGenerations, gpuTakeOrPayShare, [key]: value ?? 0 }, site).value.cloud
          const [worse, better] = sign === 1 ? [at(high), at(low)] : [at(low), at(high)]
          expect(worse).toBeLessThanOrEqual(better + 1e-6 * Math.abs(better))
        },
      ),
      { numRuns: 400 },
    )
  })
})
