import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULERS } from '../../shared/domain/ranking/built-in-rulers.ts'
import { CRITERION_GROUPS, criterionDef } from '../../shared/domain/ranking/criteria.ts'
import { LENSES } from '../../shared/domain/ranking/lens.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { GATE_STATES, GATES, type Gate, type Ranking } from '../../shared/domain/ranking/ranking.ts'
import { resolveRuler } from '../../shared/domain/ranking/resolve-ruler.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { STRATEGIES, type Strategy, VERDICTS } from '../../shared/domain/site/strategies.ts'
import { anyRuler } from './any-ruler.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

const anyPreset = fc.constantFrom(...PRESET_IDS)

function rankOne(site: SiteSketch, preset = STORY, changes: Partial<Record<AssumptionKey, number>> = {}): Ranking {
  return rankSites(buildColumns([site]), scenarioOf(preset, changes))
}

function npv(ranking: Ranking, strategy: Strategy, row = 0): number {
  return ranking.npvUsdPerMw[strategy][row] ?? Number.NaN
}

function gate(ranking: Ranking, name: Gate): string | undefined {
  return GATE_STATES[ranking.gates[GATES.indexOf(name)] ?? 0]
}

function verdict(ranking: Ranking, row = 0): string | undefined {
  return VERDICTS[ranking.verdict[row] ?? 0]
}

/** Lets a worse input never raise a value, apart from rounding. */
function expectNotAbove(worse: number, better: number): void {
  expect(worse).toBeLessThanOrEqual(better + 1e-6 * Math.max(1, Math.abs(better)))
}

describe('values', () => {
  it('are numbers for any site under any preset, and so are scores', () => {
    fc.assert(
      fc.property(fc.array(anySite, { maxLength: 8 }), anyPreset, (sites, preset) => {
        const ranking = rankSites(buildColumns(sites), scenarioOf(preset))
        for (let row = 0; row < ranking.count; row += 1) {
          for (const strategy of STRATEGIES) expect(npv(ranking, strategy, row)).not.toBeNaN()
          expect(ranking.score[row]).toBeGreaterThanOrEqual(0)
          expect(ranking.score[row]).toBeLessThanOrEqual((ranking.scoreAtBest[row] ?? Number.NaN) + 1e-9)
          expect(ranking.scoreAtBest[row]).toBeLessThanOrEqual(100 + 1e-9)
        }
      }),
    )
  })

  it('never rise with dearer power', () => {
    fc.assert(
      fc.property(anySite, anyPreset, fc.double({ min: 0, max: 100, noNaN: true }), (site, preset, step) => {
        const before = rankOne(site, preset)
        const after = rankOne(site, preset, { powerPriceChangeUsdPerMwh: step })
        for (const strategy of STRATEGIES) expectNotAbove(npv(after, strategy), npv(before, strategy))
      }),
    )
  })

  it('of mining never fall with a higher Bitcoin price or rise with a higher difficulty', () => {
    fc.assert(
      fc.property(anySite, fc.double({ min: 1, max: 4, noNaN: true }), (site, factor) => {
        const base = rankOne(site)
        for (const strategy of ['mine', 'hybrid'] as const) {
          expectNotAbove(npv(base, strategy), npv(rankOne(site, STORY, { btcPriceUsd: 99_660 * factor }), strategy))
          expectNotAbove(npv(rankOne(site, STORY, { difficultyT: 102.3 * factor }), strategy), npv(base, strategy))
        }
      }),
    )
  })

  it('of mining, alone or before a conversion, never rise as difficulty begins to grow', () => {
    fc.assert(
      fc.property(anySite, (site) => {
        const growths = [-0.1, 0, 0.01, 0.1, 0.35]
        const ranked = growths.map((difficultyGrowthPerYear) => rankOne(site, STORY, { difficultyGrowthPerYear }))
        for (const strategy of ['mine', 'hybrid'] as const)
          for (let step = 1; step < ranked.length; step++)
            expectNotAbove(npv(ranked[step] as Ranking, strategy), npv(ranked[step - 1] as Ranking, strategy))
      }),
    )
  })

  it('of leasing and of conversion never fall with a higher rent', () => {
    fc.assert(
      fc.property(anySite, anyPreset, fc.double({ min: 0, max: 300, noNaN: true }), (site, preset, step) => {
        const before = rankOne(site, preset)
        const after = rankOne(site, preset, { leaseRentUsdPerKwMonth: 125 + step })
        expectNotAbove(npv(before, 'lease'), npv(after, 'lease'))
        expectNotAbove(npv(before, 'hybrid'), npv(after, 'hybrid'))
        expect(npv(after, 'mine')).toBe(npv(before, 'mine'))
      }),
    )
  })

  it('never rise when energization comes later', () => {
    fc.assert(
      fc.property(
        anySite,
        anyPreset,
        fc.double({ min: 2020, max: 2035, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (site, preset, year, delay) => {
          const early = rankOne({ ...site, energizationYear: year }, preset)
          const late = rankOne({ ...site, energizationYear: year + delay }, preset)
          for (const strategy of STRATEGIES) expectNotAbove(npv(late, strategy), npv(early, strategy))
        },
      ),
    )
  })

  it('follow the sliders far enough to change the order', () => {
    const sites = buildColumns([
      { ...SURVEYED_MINE, powerPriceUsdPerMwh: 20, floodZone: 'AE' },
      { ...SURVEYED_MINE, powerPriceUsdPerMwh: 60, energizedMw: 180 },
    ])
    const first = (changes: Partial<Record<AssumptionKey, number>>) =>
      rankSites(sites, scenarioOf(STORY, changes)).order[0]
    expect(first({ btcPriceUsd: 160_000, leaseRentUsdPerKwMonth: 80 })).toBe(0)
    expect(first({ btcPriceUsd: 50_000, leaseRentUsdPerKwMonth: 180 })).toBe(1)
  })
})

describe('a surveyed Texas mine of 200 MW', () => {
  it('is mined first and converted later while Bitcoin is near $100,000, and leased once it pays little', () => {
    expect(verdict(rankOne(SURVEYED_MINE, STORY))).toBe('hybrid')
    expect(verdict(rankOne(SURVEYED_MINE, '2026-07'))).toBe('lease')
  })

  it('passes every gate', () => {
    const ranking = rankOne(SURVEYED_MINE)
    expect([...ranking.gates]).toEqual(GATES.map(() => GATE_STATES.indexOf('pass')))
    expect(ranking.unproven[0]).toBe(0)
    expect(ranking.scoreAtBest[0]).toBeCloseTo(ranking.score[0] ?? 0, 9)
  })

  it('is worth the lease formula: income less retrofit, purchase and fiber, discounted by the build', () => {
    const annuity = (1 - (1.03 / 1.095) ** 15) / 0.065
    const income = 12_000 * 125 * 0.85 * annuity
    const atStart = (income - 8e6 * 1.1) / 1.43 - 400_000 - (2 * 86_000 * 3) / 200
    expect(npv(rankOne(SURVEYED_MINE), 'lease')).toBeCloseTo(atStart * Math.exp(-0.095), 2)
  })
})

describe('gates', () => {
  const failing: readonly [Gate, SiteSketch][] = [
    ['firm_service', { ...SURVEYED_MINE, serviceFirmness: 'interruptible' }],
    ['contiguous_mw', { ...SURVEYED_MINE, energizedMw: 28 }],
    ['voltage', { ...SURVEYED_MINE, gridVoltageKv: 69 }],
    ['substation_distance', { ...SURVEYED_MINE, substationDistanceMi: 10.5 }],
    ['fiber', { ...SURVEYED_MINE, fiberDistanceMi: 51 }],
    ['land', { ...SURVEYED_MINE, landAcres: 39 }],
    ['flood', { ...SURVEYED_MINE, floodZone: 'AE' }],
    ['zoning', { ...SURVEYED_MINE, zoning: 'residential' }],
  ]

  it.each(failing)('%s takes every AI use away at any price', (name, site) => {
    for (const changes of [{}, { leaseRentUsdPerKwMonth: 1_000, gpuHourUsd: 50, powerPriceChangeUsdPerMwh: -40 }]) {
      const ranking = rankOne(site, STORY, changes)
      expect(gate(ranking, name)).toBe('fail')
      expect(['mine', 'none']).toContain(verdict(ranking))
      expect(npv(ranking, 'lease')).not.toBeNaN()
    }
  })

  it.each([
    ['a site of 75 MW on 69 kV', { energizedMw: 75, gridVoltageKv: 69 }, 'voltage', 'pass'],
    ['land between the usual need and the densest campus', { landAcres: 60 }, 'land', 'unknown'],
    ['commercial zoning', { zoning: 'commercial' }, 'zoning', 'unknown'],
  ] as const)('%s: %s is %s', (_, change, name, state) => {
    expect(gate(rankOne({ ...SURVEYED_MINE, ...change }), name)).toBe(state)
  })

  it('leave generation nameplate out of the megawatts', () => {
    const plant = rankOne({
      kind: 'retired_plant',
      status: 'retired',
      state: 'AL',
      country: 'US',
      nameplateGenerationMw: 1_400,
    })
    expect(gate(plant, 'contiguous_mw')).toBe('unknown')
    expect(plant.mw[0]).toBeNaN()
    expect(plant.unproven[0]).toBe(1)
  })

  it('that are unknown lower an AI value without blocking it', () => {
    const { floodZone: _, ...unsurveyed } = SURVEYED_MINE
    const surveyed = npv(rankOne(SURVEYED_MINE), 'lease')
    const ranking = rankOne(unsurveyed)
    expect(npv(ranking, 'lease')).toBeCloseTo(surveyed * 0.25 ** (1 / GATES.length), 2)
    expect(verdict(ranking)).toBe('hybrid')
  })

  it('let a small mine on a flood plain keep mining', () => {
    const ranking = rankOne({
      ...SURVEYED_MINE,
      energizedMw: 10,
      gridVoltageKv: 34.5,
      floodZone: 'A',
      powerPriceUsdPerMwh: 20,
    })
    expect(verdict(ranking)).toBe('mine')
    expect(verdict(rankOne({ ...SURVEYED_MINE, energizedMw: 4, powerPriceUsdPerMwh: 20 }))).toBe('none')
  })
})

describe('the ruler', () => {
  it.each(LENSES)('of the %s lens has at least twelve criteria whose weights add to one', (lens) => {
    const { criteria } = BUILT_IN_RULERS[lens]
    expect(criteria.length).toBeGreaterThanOrEqual(12)
    expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    const groups = new Set(criteria.map(({ id }) => criterionDef(id).group))
    expect(groups).toEqual(new Set(CRITERION_GROUPS))
    expect(resolveRuler(BUILT_IN_RULERS[lens])).toMatchObject({ ok: true })
  })

  it('scores a site the same whatever other sites are in the catalog and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anySite, { minLength: 2, maxLength: 12 }), anyPreset, anyRuler, (sites, preset, ruler) => {
        const scenario = scenarioOf(preset)
        const all = rankSites(buildColumns(sites), scenario, ruler)
        const reversed = rankSites(buildColumns(sites.toReversed()), scenario, ruler)
        const without = rankSites(buildColumns(sites.slice(1)), scenario, ruler)
        const last = sites.length - 1
        for (let row = 0; row <= last; row += 1) {
          expect(reversed.score[last - row]).toBe(all.score[row])
          for (const strategy of STRATEGIES) expect(npv(reversed, strategy, last - row)).toBe(npv(all, strategy, row))
          if (row > 0) expect(without.score[row - 1]).toBe(all.score[row])
        }
        const scores = [...all.order].map((row) => all.score[row] ?? 0)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        expect([...reversed.order].map((row) => reversed.score[row])).toEqual(scores)
        for (let place = 0; place <= last; place += 1) expect(all.rank[all.order[place] ?? 0]).toBe(place + 1)
      }),
    )
  })

  it('widens between score and best score when something known is forgotten, unless it hid a failed gate', () => {
    const forgettable = [
      'gridVoltageKv',
      'serviceFirmness',
      'landAcres',
      'floodZone',
      'zoning',
      'fiberDistanceMi',
      'powerPriceUsdPerMwh',
    ] as const
    for (const field of forgettable) {
      const { [field]: _, ...forgotten } = SURVEYED_MINE
      const known = rankOne(SURVEYED_MINE)
      const unknown = rankOne(forgotten)
      expect(unknown.score[0]).toBeLessThanOrEqual((known.score[0] ?? 0) + 1e-9)
      expect(unknown.scoreAtBest[0]).toBeGreaterThanOrEqual((known.scoreAtBest[0] ?? 0) - 1e-9)
    }
  })
})

describe('power prices', () => {
  it.each([
    ['a quote of the site', { powerPriceUsdPerMwh: 34, state: 'TX', country: 'US' }, 34],
    ['the state average times 0.70', { state: 'TX', country: 'US' }, 66 * 0.7],
    ['the national average for Wyoming, which EIA leaves out', { state: 'WY', country: 'US' }, 80.6 * 0.7],
    ['a flat default abroad', { state: 'QC', country: 'CA' }, 45],
    ['a state name that is a name of the language', { state: 'constructor', country: 'US' }, 80.6 * 0.7],
  ])('come from %s', (_, site, expected) => {
    expect(rankOne(site).powerPriceUsdPerMwh[0]).toBeCloseTo(expected, 9)
  })
})
