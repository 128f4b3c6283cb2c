import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakEvensOf } from '../../shared/domain/ranking/break-evens.ts'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import type { SiteExplanation } from '../../shared/domain/ranking/site-explanation.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { STRATEGIES, VERDICTS } from '../../shared/domain/site/strategies.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function explain(
  site: SiteSketch,
  preset: string,
  changes: Partial<Record<AssumptionKey, number>> = {},
): SiteExplanation {
  const columns = buildColumns([{ kind: 'data_center' }, site])
  const scenario = scenarioOf(preset, changes)
  return explainSite(columns, rankSites(columns, scenario), 1, scenario)
}

function verdictAt(
  site: SiteSketch,
  preset: string,
  changes: Partial<Record<AssumptionKey, number>>,
): string | undefined {
  return VERDICTS[rankSites(buildColumns([site]), scenarioOf(preset, changes)).verdict[0] ?? 0]
}

describe('an explanation', () => {
  it('says the same as the ranking and is whole for any site under any preset', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), (site, preset) => {
        const scenario = scenarioOf(preset)
        const columns = buildColumns([site])
        const ranking = rankSites(columns, scenario)
        const explanation = explainSite(columns, ranking, 0, scenario)
        expect(explanation.verdict).toBe(VERDICTS[ranking.verdict[0] ?? 0])
        for (const each of explanation.strategies) {
          const ranked = ranking.npvUsdPerMw[each.strategy][0] ?? Number.NaN
          expect(Math.abs(each.npvUsdPerMw - ranked)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(ranked)))
          for (const step of each.steps) {
            for (const text of [step.label, step.value, step.formula, step.source]) expect(text).toMatch(/\S/)
          }
        }
        const score = explanation.criteria.reduce(
          (sum, { utility, weight, id }) =>
            sum + (Number.isNaN(utility) || id === 'power_price' ? 0 : 100 * weight * utility),
          0,
        )
        expect(Math.abs(score - explanation.score)).toBeLessThanOrEqual(10 + 1e-9)
        expect(JSON.stringify([explanation.sentence, explanation.breakEvens, explanation.findOutNext])).not.toMatch(
          /NaN|undefined|Infinity/,
        )
        expect(explanation.sentence).toMatch(/^[A-Z].*\.$/)
        expect(explanation.strategies.map((each) => each.strategy)).toEqual(STRATEGIES)
      }),
      { numRuns: 40 },
    )
  })

  it('puts the verdict in one sentence with what would change it', () => {
    const { sentence } = explain(SURVEYED_MINE, '2026-07')
    expect(sentence).toMatch(
      /^Lease to an AI tenant: \$1\.\d\dm\/MW against −\$0\.\d\dm\/MW for mining; mining first and converting later would win above a Bitcoin price of \$\d+,\d00, no use would pay below a rent of \$\d+\/kW-month/,
    )
  })

  it('names the gate that shuts AI uses out', () => {
    const { sentence, strategies, gates } = explain(
      { ...SURVEYED_MINE, floodZone: 'AE', powerPriceUsdPerMwh: 20 },
      STORY,
    )
    expect(sentence).toMatch(/^Mine: \$0\.\d\dm\/MW, and AI uses fail the flood gate/)
    expect(strategies.filter((each) => each.isBlocked).map((each) => each.strategy)).toEqual([
      'lease',
      'cloud',
      'colo',
      'hybrid',
    ])
    expect(gates.find((each) => each.gate === 'flood')).toMatchObject({
      state: 'fail',
      why: 'zone AE',
      threshold: 'FEMA zone X',
    })
  })

  it('shows claimed megawatts beside evidenced ones', () => {
    const { mw } = explain({ ...SURVEYED_MINE, plannedMw: 1_000 }, STORY)
    expect(mw).toEqual({ claimed: 1_000, evidenced: 200, basis: 'energized' })
  })

  it('tells a proxy power price from a quote', () => {
    expect(explain(SURVEYED_MINE, STORY).powerPrice).toMatchObject({
      usdPerMwh: 45,
      source: 'Quoted for the site',
      isProxy: false,
    })
    const { powerPriceUsdPerMwh: _, ...unquoted } = SURVEYED_MINE
    const proxy = explain(unquoted, STORY).powerPrice
    expect(proxy.isProxy).toBe(true)
    expect(proxy.source).toContain('TX industrial average, EIA 2023')
  })

  it('asks for every unknown and for nothing that is known', () => {
    expect(explain(SURVEYED_MINE, STORY).findOutNext).toEqual([])
    const { floodZone: _, powerPriceUsdPerMwh: __, ...open } = SURVEYED_MINE
    expect(
      explain(open, '2026-07')
        .findOutNext.map((each) => each.label)
        .toSorted(),
    ).toEqual(['Flood', 'Power price'])
  })
})

describe('break-evens', () => {
  const cases: readonly [string, string, AssumptionKey][] = [
    ['Bitcoin price', '2026-07', 'btcPriceUsd'],
    ['Lease rent', '2026-07', 'leaseRentUsdPerKwMonth'],
    ['Bitcoin price', STORY, 'btcPriceUsd'],
    ['GPU-hour price', STORY, 'gpuHourUsd'],
  ]

  it.each(cases)('%s under %s stand where the verdict changes', (label, preset, key) => {
    const now = verdictAt(SURVEYED_MINE, preset, {})
    const found = explain(SURVEYED_MINE, preset).breakEvens.filter((each) => each.label === label)
    expect(found.length).toBeGreaterThan(0)
    for (const { value, sentence } of found) {
      const outward = sentence.includes(' above ') ? 1 + 1e-4 : 1 - 1e-4
      expect(verdictAt(SURVEYED_MINE, preset, { [key]: value / outward })).toBe(now)
      expect(verdictAt(SURVEYED_MINE, preset, { [key]: value * outward })).not.toBe(now)
    }
  })

  it('of a power price speak of the price of the site', () => {
    const [found] = explain(SURVEYED_MINE, '2026-07').breakEvens.filter(
      (each) => each.label === 'Power price of the site',
    )
    if (!found) throw new Error('No break-even power price was found.')
    const at = (price: number) => verdictAt({ ...SURVEYED_MINE, powerPriceUsdPerMwh: price }, '2026-07', {})
    expect(at(found.value * 0.999)).toBe('lease')
    expect(at(found.value * 1.001)).not.toBe('lease')
  })

  it('can be listed without the rest of an explanation', () => {
    const columns = buildColumns([SURVEYED_MINE])
    expect(breakEvensOf(columns, 0, scenarioOf('2026-07'))).toEqual(explain(SURVEYED_MINE, '2026-07').breakEvens)
  })
})
