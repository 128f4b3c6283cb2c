import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SiteColumns } from '../../shared/columns/site-columns.ts'
import { emptyRanking } from '../../shared/domain/ranking/empty-ranking.ts'
import { rankSiteBySite } from '../../shared/domain/ranking/rank-site-by-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { RULER, type Ruler } from '../../shared/domain/ranking/ruler.ts'
import { scenarioTerms } from '../../shared/domain/ranking/scenario-terms.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS, type AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import type { Scenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import { STRATEGIES } from '../../shared/domain/site/strategies.ts'
import { anyRuler } from './any-ruler.ts'
import { buildColumns, type SiteSketch } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

type Changes = Partial<Record<AssumptionKey, number>>

/** Any slider of the screen, or a few of them, anywhere in the range that the product allows or shows. */
const anyChanges: fc.Arbitrary<Changes> = fc
  .array(
    fc.constantFrom(...ASSUMPTION_KEYS).chain((key) => {
      const { min, max, low, high, choices } = ASSUMPTIONS[key]
      if (choices !== undefined) return fc.tuple(fc.constant(key), fc.integer({ min, max }))
      const anywhere = fc.double({ min, max, noNaN: true })
      const shown = fc.double({ min: low, max: high, noNaN: true })
      return fc.tuple(fc.constant(key), fc.oneof({ weight: 3, arbitrary: shown }, { weight: 1, arbitrary: anywhere }))
    }),
    { maxLength: 8 },
  )
  .map((changes) => Object.fromEntries(changes) as Changes)

/** Values that few random sites hit: a quote on a round price, a promised month that many sites share. */
const sharedSite = fc
  .tuple(anySite, fc.option(fc.integer({ min: -5, max: 120 })), fc.option(fc.integer({ min: 0, max: 96 })))
  .map(
    ([site, price, month]): SiteSketch => ({
      ...site,
      ...(price === null ? {} : { powerPriceUsdPerMwh: price }),
      ...(month === null ? {} : { energizationYear: 2022 + month / 12 }),
    }),
  )

function expectSame(columns: SiteColumns, scenario: Scenario, ruler: Ruler = RULER): void {
  const fast = rankSites(columns, scenario, ruler)
  const oracle = emptyRanking(columns.count, ruler)
  rankSiteBySite(columns, scenarioTerms(columns, scenario.assumptions), oracle)
  for (const strategy of STRATEGIES) expectNear(fast.npvUsdPerMw[strategy], oracle.npvUsdPerMw[strategy], 1e-9, 1)
  expectNear(fast.score, oracle.score, 1e-9, 1)
  expectNear(fast.scoreAtBest, oracle.scoreAtBest, 1e-9, 1)
  expect(fast.verdict).toEqual(oracle.verdict)
  expect(fast.gates).toEqual(oracle.gates)
  expect(fast.mw).toEqual(oracle.mw)
  expect(fast.unproven).toEqual(oracle.unproven)
  expect(fast.powerPriceUsdPerMwh).toEqual(oracle.powerPriceUsdPerMwh)
  expect(fast.order).toEqual(Uint32Array.from(fast.score.keys()).sort(by(fast.score)))
}

/** Highest first, equal scores by row. */
function by(score: Float64Array): (one: number, other: number) => number {
  return (one, other) => (score[other] ?? 0) - (score[one] ?? 0) || one - other
}

function expectNear(found: Float64Array, expected: Float64Array, relative: number, floor: number): void {
  for (let row = 0; row < expected.length; row += 1) {
    const [mine = Number.NaN, theirs = Number.NaN] = [found[row], expected[row]]
    const gap = Math.abs(mine - theirs)
    if (!(gap <= relative * Math.max(floor, Math.abs(theirs))))
      expect({ row, value: mine }).toEqual({ row, value: theirs })
  }
}

describe('ranking by columns equals the valuation site by site', () => {
  it('for random catalogs under every preset and random assumptions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anySite, sharedSite), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...PRESET_IDS),
        anyChanges,
        (sites, preset, changes) => expectSame(buildColumns(sites), scenarioOf(preset, changes)),
      ),
      { numRuns: 600 },
    )
  })

  it('for any ruler under any lens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anySite, sharedSite), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...PRESET_IDS),
        anyChanges,
        anyRuler,
        (sites, preset, changes, ruler) => expectSame(buildColumns(sites), scenarioOf(preset, changes), ruler),
      ),
      { numRuns: 400 },
    )
  })

  it('for one catalog whose facts are kept while sliders move', () => {
    const columns = buildColumns(fc.sample(sharedSite, { numRuns: 3_000, seed: 11 }))
    for (const changes of fc.sample(anyChanges, { numRuns: 60, seed: 12 })) {
      expectSame(columns, scenarioOf(STORY, changes))
    }
    for (const preset of PRESET_IDS) expectSame(columns, scenarioOf(preset))
    for (const ruler of fc.sample(anyRuler, { numRuns: 20, seed: 15 })) expectSame(columns, scenarioOf(STORY), ruler)
  })

  it('for any sequence of changes to one catalog, which leave earlier rankings as they were', () => {
    const columns = buildColumns(fc.sample(fc.oneof(anySite, sharedSite), { numRuns: 60, seed: 16 }))
    const step = fc.record({ changes: anyChanges, isAdded: fc.boolean(), ruler: fc.option(anyRuler) })
    fc.assert(
      fc.property(fc.constantFrom(...PRESET_IDS), fc.array(step, { minLength: 2, maxLength: 8 }), (preset, steps) => {
        let changes: Changes = {}
        let ruler = RULER
        for (const each of steps) {
          const before = rankSites(columns, scenarioOf(preset, changes), ruler)
          const copy = structuredClone(before)
          changes = each.isAdded ? { ...changes, ...each.changes } : each.changes
          ruler = each.ruler ?? ruler
          expectSame(columns, scenarioOf(preset, changes), ruler)
          expect(before).toEqual(copy)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('where money costs nothing, or all but nothing, and waiting for worn-out machines is free', () => {
    const columns = buildColumns(fc.sample(anySite, { numRuns: 200, seed: 14 }))
    for (const leaseDiscountRate of [0, Number.MIN_VALUE, 1e-12]) {
      expectSame(columns, scenarioOf(STORY, { leaseDiscountRate }))
    }
    const valueAt = (leaseDiscountRate: number) =>
      rankSites(columns, scenarioOf(STORY, { leaseDiscountRate })).npvUsdPerMw.hybrid
    expectNear(valueAt(0), valueAt(1e-12), 1e-9, 1)
  })

  it('where income is taxed, with losses carried forward', () => {
    const columns = buildColumns(fc.sample(sharedSite, { numRuns: 1_000, seed: 15 }))
    const anyTax = fc.tuple(anyChanges, fc.double({ min: 0.001, max: 0.6, noNaN: true }))
    for (const [changes, incomeTaxRate] of fc.sample(anyTax, { numRuns: 40, seed: 16 })) {
      expectSame(columns, scenarioOf(STORY, { ...changes, incomeTaxRate }))
    }
    for (const preset of PRESET_IDS) expectSame(columns, scenarioOf(preset, { incomeTaxRate: 0.21 }))
  })

  it('where revenue does not fall, which no table covers', () => {
    const columns = buildColumns(fc.sample(anySite, { numRuns: 200, seed: 13 }))
    for (const difficultyGrowthPerYear of [-0.3, 0, 0.0005]) {
      expectSame(columns, scenarioOf(STORY, { difficultyGrowthPerYear }))
    }
    expectSame(columns, scenarioOf(STORY, { miningDiscountRate: 0 }))
  })
})
