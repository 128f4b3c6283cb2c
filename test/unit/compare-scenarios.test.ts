import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapleyCoalitions } from '../../shared/domain/comparison/coalitions.ts'
import { type AttributedChange, compareScenarios } from '../../shared/domain/comparison/compare-scenarios.ts'
import { comparisonSentence, siteComparison } from '../../shared/domain/comparison/site-comparison.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS, type AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

const anyPreset = fc.constantFrom(...PRESET_IDS)
const amounts = ASSUMPTION_KEYS.filter((key) => ASSUMPTIONS[key].choices === undefined)

/** A few assumptions at one end or the other of their likely range. */
function changes(most: number): fc.Arbitrary<Partial<Record<AssumptionKey, number>>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...amounts), fc.boolean()), { maxLength: most, selector: ([key]) => key })
    .map((list) => Object.fromEntries(list.map(([key, isHigh]) => [key, ASSUMPTIONS[key][isHigh ? 'high' : 'low']])))
}

function sumAt(change: AttributedChange, row: number): number {
  return change.parts.reduce((sum, part) => sum + (part[row] ?? Number.NaN), 0)
}

function expectWhole(change: AttributedChange): void {
  for (const [row, total] of change.total.entries()) {
    const size = change.parts.reduce((most, part) => Math.max(most, Math.abs(part[row] ?? 0)), Math.abs(total))
    if (!Number.isNaN(total)) expect(Math.abs(sumAt(change, row) - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, size))
  }
}

describe('the parts of a change', () => {
  it('add up to the whole change of value, verdict and rank, exact or sampled', () => {
    fc.assert(
      fc.property(
        fc.array(anySite, { minLength: 1, maxLength: 4 }),
        anyPreset,
        anyPreset,
        changes(6),
        (sites, from, to, moved) => {
          const comparison = compareScenarios(buildColumns(sites), scenarioOf(from), scenarioOf(to, moved))
          for (const change of [comparison.value, comparison.flip, comparison.rank]) expectWhole(change)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('are the same from the other side, with their signs turned', () => {
    const columns = buildColumns([SURVEYED_MINE, { ...SURVEYED_MINE, energizedMw: 90 }])
    const [a, b] = [scenarioOf(STORY), scenarioOf('2025-12')]
    const [there, back] = [compareScenarios(columns, a, b), compareScenarios(columns, b, a)]
    expect(there.attribution).toEqual({ type: 'exact' })
    for (let row = 0; row < columns.count; row += 1)
      for (let player = 0; player < there.differences.length; player += 1)
        expect(there.rank.parts[player]?.[row]).toBeCloseTo(-(back.rank.parts[player]?.[row] ?? Number.NaN), 9)
  })

  it('are all of it where one assumption differs', () => {
    const columns = buildColumns([SURVEYED_MINE])
    const comparison = compareScenarios(columns, scenarioOf(STORY), scenarioOf(STORY, { btcPriceUsd: 90_000 }))
    expect(comparison.differences).toEqual([{ key: 'btcPriceUsd', from: 99_660, to: 90_000 }])
    expect(comparison.value.parts[0]?.[0]).toBeCloseTo(comparison.value.total[0] ?? Number.NaN, 6)
  })

  it('are none where nothing differs: no flip, no move', () => {
    fc.assert(
      fc.property(fc.array(anySite, { maxLength: 5 }), anyPreset, (sites, preset) => {
        const comparison = compareScenarios(buildColumns(sites), scenarioOf(preset), scenarioOf(preset))
        expect(comparison.differences).toEqual([])
        for (let row = 0; row < sites.length; row += 1) {
          const site = siteComparison(comparison, row)
          expect(site).toMatchObject({ explained: 'none', causes: [] })
          expect(site.rank[0]).toBe(site.rank[1])
          expect(site.verdict[0]).toBe(site.verdict[1])
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('Shapley values', () => {
  /** Pays 1 per member, and 6 more once the first two have come together. */
  const outcome = (members: readonly boolean[]) => members.filter(Boolean).length + (members[0] && members[1] ? 6 : 0)

  function valuesOf(players: number, seed = 1): number[] {
    const { coalitions } = shapleyCoalitions(players, seed)
    return Array.from({ length: players }, (_, player) =>
      coalitions.reduce((sum, { members, weights }) => sum + (weights[player] ?? 0) * outcome(members), 0),
    )
  }

  it('share what two bring together equally between them', () => {
    expect(valuesOf(4).map((value) => Number(value.toFixed(12)))).toEqual([4, 4, 1, 1])
  })

  it('come near it from sampled orders, which the seed repeats', () => {
    const values = valuesOf(12)
    expect(values[0]).toBeGreaterThan(3)
    expect(values[0]).toBeLessThan(5)
    expect(values.slice(2).every((value) => Math.abs(value - 1) < 1e-9)).toBe(true)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(18, 9)
    expect(valuesOf(12)).toEqual(values)
    expect(shapleyCoalitions(12, 5).attribution).toMatchObject({ type: 'sampled', seed: 5 })
  })
})

describe('the sentence of a site', () => {
  it('names the flip and what explains most of it', () => {
    const columns = buildColumns([SURVEYED_MINE])
    const [from, to] = [scenarioOf(STORY, { btcPriceUsd: 250_000 }), scenarioOf('2025-12')]
    const comparison = compareScenarios(columns, from, to)
    const site = siteComparison(comparison, 0)
    expect(site.verdict[0]).not.toBe(site.verdict[1])
    expect(site.explained).toBe('flip')
    expect(site.causes[0]?.key).toBe('btcPriceUsd')
    expect(site.causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(comparisonSentence(site)).toMatch(
      /^Flips from .+ to .+: Bitcoin price \$250,000 → \$91,000 explains \d+% of the change/,
    )
  })

  it('lays a flip on the gate that made it where the value had nothing against it', () => {
    const columns = buildColumns([SURVEYED_MINE])
    const open = scenarioOf('2026-07', { leaseRentUsdPerKwMonth: 158 })
    const shut = scenarioOf('2026-07', { leaseRentUsdPerKwMonth: 157, minimumItMw: 190 })
    const before = rankSites(columns, open)
    const site = siteComparison(compareScenarios(columns, open, shut), 0)
    expect(before.gates).not.toEqual(rankSites(columns, shut).gates)
    expect(site.explained).toBe('flip')
    expect(site.causes[0]).toMatchObject({ key: 'minimumItMw', share: 1 })
  })
})
