import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SiteColumns } from '../../shared/columns/site-columns.ts'
import { BUILT_IN_RULERS } from '../../shared/domain/ranking/built-in-rulers.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { DrawTable } from '../../shared/domain/uncertainty/portfolio/draw-table.ts'
import { needsPortfolio, type Portfolio } from '../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { drawnScenarios } from '../../shared/domain/uncertainty/portfolio/portfolio-draws.ts'
import {
  checkedModel,
  drawsOfUnlinearRows,
  type PortfolioModel,
  portfolioModel,
} from '../../shared/domain/uncertainty/portfolio/portfolio-model.ts'
import {
  hasTenantRisk,
  LINEAR_STRATEGIES,
  type LinearStrategy,
  SiteReader,
} from '../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
import {
  orderedUses,
  type PortfolioMoments,
  type PortfolioQuantiles,
  portfolioMoments,
  portfolioQuantiles,
} from '../../shared/domain/uncertainty/portfolio/portfolio-values.ts'
import { simulatePortfolioInSteps } from '../../shared/domain/uncertainty/portfolio/simulate-portfolio-in-steps.ts'
import { topShares } from '../../shared/domain/uncertainty/portfolio/top-shares.ts'
import {
  SINGLE_VERDICTS,
  type SingleVerdict,
  winnerShares,
} from '../../shared/domain/uncertainty/portfolio/winner-shares.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

function finish<T>(steps: Generator<number, T, void>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    expect(step.value).toBeGreaterThanOrEqual(0)
    expect(step.value).toBeLessThanOrEqual(1)
  }
}

interface Solved {
  readonly model: PortfolioModel
  readonly moments: PortfolioMoments
  readonly quantiles: PortfolioQuantiles
}

function solve(columns: SiteColumns, preset: string, draws: number, changes = {}): Solved {
  const { assumptions } = scenarioOf(preset, changes)
  const model = finish(checkedModel(finish(portfolioModel(columns, assumptions, { draws, seed: 3 }))))
  const moments = finish(portfolioMoments(model, finish(orderedUses(model))))
  return { model, moments, quantiles: finish(portfolioQuantiles(model)) }
}

/** The same figures by valuing the site in every draw, power that comes and power that does not. */
function byBruteForce({ model }: Solved, row: number, strategy: LinearStrategy) {
  const reader = new SiteReader(model.sites.columns, model.sites.terms)
  reader.read(row)
  const isRisky = hasTenantRisk(model.draws)
  const values = Float64Array.from(model.draws, (draw) => {
    reader.valueUnder(draw)
    return reader.outcome(draw, strategy, isRisky)
  })
  const sunk = model.assumptions.sunkStudyUsdPerMw
  const completion = model.sites.completion[row] ?? Number.NaN
  const weigh = (of: (value: number) => number) =>
    (completion * values.reduce((sum, value) => sum + of(value), 0)) / values.length + (1 - completion) * of(-sunk)
  const mean = weigh((value) => value)
  const sd = Math.sqrt(weigh((value) => (value - mean) ** 2))
  const positive = (completion * values.filter((value) => value > 0).length) / values.length
  return { values: values.sort(), mean, sd, positive, completion, sunk }
}

function quantile(sorted: Float64Array, share: number): number {
  const at = Math.min(1, Math.max(0, share)) * (sorted.length - 1)
  const low = sorted[Math.floor(at)] ?? Number.NaN
  return low + (at - Math.floor(at)) * ((sorted[Math.floor(at) + 1] ?? low) - low)
}

const LEVELS = [
  ['p5', 0.05],
  ['p10', 0.1],
  ['p50', 0.5],
  ['p90', 0.9],
  ['p95', 0.95],
] as const

describe('a table of draws', () => {
  it('gives shares and partial moments as a pass over the draws does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e7, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: -1.2e7, max: 1.2e7, noNaN: true }),
        (draws, offset) => {
          const table = new DrawTable(Float64Array.from(draws))
          expect([...table.sorted]).toEqual(draws.toSorted((one, other) => one - other))
          const sums = table.runningSums()
          for (const at of [offset, draws[0] ?? 0]) {
            const place = table.firstAbove(at)
            const above = draws.filter((value) => value > at).map((value) => value - table.mean)
            expect(place).toBe(draws.length - above.length)
            const sum = above.reduce((total, value) => total + value, 0)
            const squares = above.reduce((total, value) => total + value * value, 0)
            expect(Math.abs((sums[2 * place] ?? Number.NaN) - sum)).toBeLessThan(1e-9 * 1e9)
            expect(Math.abs((sums[2 * place + 1] ?? Number.NaN) - squares)).toBeLessThan(1e-9 * 1e16)
          }
        },
      ),
    )
  })

  it('is built for draws that differ by the smallest of numbers', () => {
    const table = new DrawTable(Float64Array.from([Number.MIN_VALUE, 0, Number.MIN_VALUE]))
    expect([-1, 0, Number.MIN_VALUE].map((offset) => table.firstAbove(offset))).toEqual([0, 1, 3])
  })
})

describe('the portfolio of draws', () => {
  it('has for own GPUs and for a rent that no power price moves what valuing each site in each draw gives', () => {
    fc.assert(
      fc.property(
        fc.array(anySite, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...PRESET_IDS),
        (sites, preset) => {
          const solved = solve(buildColumns(sites), preset, 120, { leaseType: 1, leasePowerShare: 0 })
          for (const [row] of sites.entries()) {
            for (const strategy of ['lease', 'cloud'] as const) {
              const brute = byBruteForce(solved, row, strategy)
              const scale = Math.abs(brute.mean) + brute.sd + 1
              expect(Math.abs((solved.moments[strategy].mean[row] ?? Number.NaN) - brute.mean) / scale).toBeLessThan(
                1e-9,
              )
              expect(Math.abs((solved.moments[strategy].sd[row] ?? Number.NaN) - brute.sd) / scale).toBeLessThan(1e-9)
              expect(solved.quantiles[strategy].positive[row]).toBeCloseTo(brute.positive, 12)
              if (brute.completion < 1) continue
              for (const [key, level] of LEVELS) {
                // Between a loss and a gain the value has a corner, and so has what lies between two draws.
                const at = level * (brute.values.length - 1)
                if ((brute.values[Math.floor(at)] ?? 0) < 0 && (brute.values[Math.ceil(at)] ?? 0) > 0) continue
                const off = (solved.quantiles[strategy][key][row] ?? Number.NaN) - quantile(brute.values, level)
                expect(Math.abs(off) / scale).toBeLessThan(1e-9)
              }
            }
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('interpolates a rent that power moves to within thousandths of its deviation, mine and colocation to within hundredths', () => {
    const sites: SiteSketch[] = Array.from({ length: 60 }, (_, index) => ({
      ...SURVEYED_MINE,
      kind: index % 3 === 0 ? 'mining' : 'industrial',
      status: index % 3 === 0 ? 'operating' : 'planned',
      queueStatus: index % 3 === 0 ? 'energized' : 'construction',
      energizedMw: 20 + 37 * index,
      powerPriceUsdPerMwh: 17.3 + 1.13 * index,
      ...(index % 3 === 1 ? { energizationYear: 2025 + index / 12 } : {}),
    }))
    for (const preset of [STORY, '2026-07']) {
      const solved = solve(buildColumns(sites), preset, 1_000)
      for (const [row] of sites.entries()) {
        for (const strategy of ['mine', 'colo', 'lease'] as const) {
          const brute = byBruteForce(solved, row, strategy)
          // A mine so late that it earns next to nothing spreads over next to nothing.
          const bound = strategy === 'lease' ? 0.003 * brute.sd : (strategy === 'colo' ? 0.07 : 0.03) * brute.sd + 3_000
          const off = (value: number | undefined, right: number) => Math.abs((value ?? Number.NaN) - right)
          expect(off(solved.moments[strategy].mean[row], brute.mean)).toBeLessThan(bound)
          expect(off(solved.moments[strategy].sd[row], brute.sd)).toBeLessThan(bound)
          expect(off(solved.quantiles[strategy].positive[row], brute.positive)).toBeLessThan(0.02)
          if (brute.completion < 1) continue
          for (const [key, level] of LEVELS)
            expect(off(solved.quantiles[strategy][key][row], quantile(brute.values, level))).toBeLessThan(bound)
        }
      }
    }
  })

  it('puts the loss of the studies where it belongs among the outcomes of power that may not come', () => {
    const columns = buildColumns([
      { ...SURVEYED_MINE, energizedMw: Number.NaN, queueMw: 300, status: 'planned', queueStatus: 'study', kind: '' },
    ])
    const at = (completion: number) =>
      solve(columns, STORY, 200, { completionStudy: completion, leaseRentUsdPerKwMonth: 400 })
    const never = at(0)
    expect(never.moments.lease.mean[0]).toBe(-20_000)
    expect(never.moments.lease.sd[0]).toBe(0)
    expect(never.quantiles.lease.p95[0]).toBe(-20_000)
    expect(never.quantiles.lease.positive[0]).toBe(0)
    const half = at(0.5)
    expect(half.quantiles.lease.p10[0]).toBe(-20_000)
    expect(half.quantiles.lease.p90[0]).toBeGreaterThan(0)
    expect(half.quantiles.lease.positive[0]).toBeCloseTo(0.5, 1)
    const always = at(1)
    expect(always.quantiles.lease.p5[0]).toBeGreaterThan(0)
    expect(half.moments.lease.mean[0]).toBeCloseTo(0.5 * (always.moments.lease.mean[0] ?? 0) - 10_000, 3)
  })

  it('says the same of a site whatever other sites there are, and never NaN', () => {
    fc.assert(
      fc.property(fc.array(anySite, { minLength: 2, maxLength: 5 }), (sites) => {
        const all = solve(buildColumns(sites), STORY, 40)
        const few = solve(buildColumns(sites.slice(1)), STORY, 40)
        for (const strategy of LINEAR_STRATEGIES) {
          const figures = (solved: Solved, row: number) => [
            solved.moments[strategy].mean[row] ?? Number.NaN,
            solved.moments[strategy].sd[row] ?? Number.NaN,
            ...LEVELS.map(([key]) => solved.quantiles[strategy][key][row] ?? Number.NaN),
            solved.quantiles[strategy].positive[row] ?? Number.NaN,
          ]
          for (let row = 1; row < sites.length; row += 1) {
            const here = figures(all, row)
            expect(here.every(Number.isFinite)).toBe(true)
            figures(few, row - 1).forEach((figure, index) => {
              expect(Math.abs(figure - (here[index] ?? Number.NaN))).toBeLessThan(1e-9 * Math.abs(figure) + 0.01)
            })
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('the share of draws in which a site is among the best', () => {
  it('is counted as by ranking all sites in every draw', () => {
    fc.assert(
      fc.property(
        fc.array(anySite, { minLength: 3, maxLength: 8 }),
        fc.constantFrom(...PRESET_IDS),
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 250 }),
        fc.constantFrom(...Object.values(BUILT_IN_RULERS)),
        fc.constantFrom({}, { difficultyGrowthPerYear: 0.02 }, { incomeTaxRate: 0.21 }),
        (some, preset, seed, places, ruler, changes) => {
          const sites = Array.from({ length: 600 }, (_, index) => ({
            ...some[index % some.length],
            queueMw: 30 + index,
            powerPriceUsdPerMwh: 20 + (index % 97),
          }))
          const columns = buildColumns(sites)
          const scenario = scenarioOf(preset, changes)
          const draws = [...drawnScenarios(scenario.assumptions, 60, seed)]
          const counts = new Float64Array(sites.length)
          for (const assumptions of draws)
            for (const row of rankSites(columns, { ...scenario, assumptions }, ruler).order.slice(0, places))
              counts[row]! += 1
          const shares = finish(topShares(columns, scenario, draws, places, ruler))
          expect(shares.map((share) => Math.round(share * draws.length))).toEqual(counts)
        },
      ),
      { numRuns: 8 },
    )
  })
})

describe('the use that wins', () => {
  it('is the best allowed one that pays in as many draws as by valuing each site in each draw', () => {
    fc.assert(
      fc.property(
        fc.array(anySite, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...PRESET_IDS),
        fc.constantFrom({}, { counterpartyDefault: 0.4, counterpartyLoss: 0.6 }, { incomeTaxRate: 0.21 }),
        (sites, preset, changes) => {
          const { model, moments } = solve(buildColumns(sites), preset, 200, changes)
          const winners = finish(winnerShares(model, moments))
          const reader = new SiteReader(model.sites.columns, model.sites.terms)
          for (const [row] of sites.entries()) {
            reader.read(row)
            const completion = model.sites.completion[row] ?? Number.NaN
            const wins = new Map<SingleVerdict, number>()
            for (const draw of model.draws) {
              const value = reader.valueUnder(draw)
              let best: SingleVerdict = 'none'
              let most = Number.NEGATIVE_INFINITY
              for (const strategy of LINEAR_STRATEGIES) {
                const isBlocked = strategy === 'mine' ? model.sites.isMineBlocked : model.sites.isAiBlocked
                if (isBlocked[row] === 1 || value[strategy] <= most) continue
                best = strategy
                most = value[strategy]
              }
              const expected = completion * most - (1 - completion) * model.assumptions.sunkStudyUsdPerMw
              const verdict = most > 0 && expected > 0 ? best : 'none'
              wins.set(verdict, (wins.get(verdict) ?? 0) + 1)
            }
            const shares = SINGLE_VERDICTS.map((verdict) => winners.share[verdict][row] ?? Number.NaN)
            expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
            // What is interpolated may decide a close draw the other way.
            for (const [index, verdict] of SINGLE_VERDICTS.entries())
              expect(Math.abs((shares[index] ?? Number.NaN) - (wins.get(verdict) ?? 0) / 200)).toBeLessThanOrEqual(0.05)
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('on average is the allowed one with the highest mean, and none where that is nothing', () => {
    const columns = buildColumns([SURVEYED_MINE, { ...SURVEYED_MINE, powerPriceUsdPerMwh: 190 }, {}])
    const { model, moments } = solve(columns, STORY, 100)
    const { bestByMean } = finish(winnerShares(model, moments))
    for (const [row, best] of bestByMean.entries()) {
      const verdict = SINGLE_VERDICTS[best] ?? 'none'
      const means = LINEAR_STRATEGIES.filter(
        (strategy) => (strategy === 'mine' ? model.sites.isMineBlocked : model.sites.isAiBlocked)[row] === 0,
      ).map((strategy) => moments[strategy].mean[row] ?? Number.NaN)
      const own = verdict === 'none' ? 0 : (moments[verdict].mean[row] ?? Number.NaN)
      expect(own).toBe(Math.max(0, ...means))
    }
  })
})

describe('a tenant who may default', () => {
  it('costs a lease on average what the valuation takes off, and spreads it', () => {
    const columns = buildColumns([SURVEYED_MINE])
    const at = (counterpartyDefault: number) =>
      solve(columns, STORY, 4_000, { counterpartyDefault, counterpartyLoss: 0.5, leaseRentUsdPerKwMonth: 400 })
    const [sure, risky] = [at(0), at(0.4)]
    const lease = ({ moments }: Solved) =>
      [moments.lease.mean[0] ?? Number.NaN, moments.lease.sd[0] ?? Number.NaN] as const
    const plan = ({ model }: Solved) => (model.sites.planned.lease[0] ?? Number.NaN) * (model.sites.gain.lease[0] ?? 1)
    const drop = lease(sure)[0] - lease(risky)[0]
    expect(drop / (plan(sure) - plan(risky))).toBeCloseTo(1, 1)
    expect(lease(risky)[1]).toBeGreaterThan(1.05 * lease(sure)[1])
  })
})

describe('the portfolio in steps', () => {
  const columns = buildColumns([SURVEYED_MINE, { ...SURVEYED_MINE, powerPriceUsdPerMwh: 70 }, {}])
  const options = { draws: 60, topDraws: 10, seed: 5 }

  it('tells of mean and deviation first, then of chances, then of places, and never goes back', () => {
    const parts: Portfolio[] = []
    const onPart = (portfolio: Portfolio) => parts.push(portfolio)
    const steps = simulatePortfolioInSteps(columns, scenarioOf(STORY), { ...options, onPart })
    const done: number[] = []
    for (let step = steps.next(); !step.done; step = steps.next()) done.push(step.value)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
    const known = ({ quantiles, winners, topShare }: Portfolio) =>
      [quantiles, winners, topShare].map((each) => each !== null)
    expect(parts.map(known)).toEqual([
      [false, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ])
    expect([...(parts[3]?.topShare ?? [])]).toEqual([1, 1, 1])
    expect(finish(simulatePortfolioInSteps(columns, scenarioOf(STORY), options))).toEqual(parts[3])
  })

  it('does no more once nobody asks for more', () => {
    const parts: Portfolio[] = []
    const steps = simulatePortfolioInSteps(columns, scenarioOf(STORY), {
      ...options,
      onPart: (portfolio) => parts.push(portfolio),
    })
    while (parts.length === 0) steps.next()
    expect(parts).toHaveLength(1)
    expect(parts[0]?.quantiles).toBeNull()
  })

  it('serves catalogs beyond what drawing site by site takes in seconds', () => {
    expect(needsPortfolio(498, 2_000)).toBe(false)
    expect(needsPortfolio(100_000, 2_000)).toBe(true)
  })

  it('works for no site at all', () => {
    const none = finish(simulatePortfolioInSteps(buildColumns([]), scenarioOf(STORY), options))
    expect(none.topShare).toHaveLength(0)
    expect(none.moments.lease.mean).toHaveLength(0)
  })
})

describe('the draws of a site that no form gives', () => {
  const modelOf = (count: number, changes = {}) =>
    finish(
      portfolioModel(
        buildColumns(Array.from({ length: count }, (_, row) => ({ ...SURVEYED_MINE, energizedMw: 20 + (row % 700) }))),
        scenarioOf(STORY, changes).assumptions,
        { draws: 4_000, seed: 3 },
      ),
    )

  it('do not change with the sites beside it while the catalog stays in its size class', () => {
    const taxed = { incomeTaxRate: 0.21 }
    const [some, more, larger] = [2_100, 2_600, 5_100].map((count) => modelOf(count, taxed))
    if (!some || !more || !larger) throw new Error('Three models are needed.')
    const own = drawsOfUnlinearRows(some)
    expect(own.length).toBe(1_000)
    expect(drawsOfUnlinearRows(more).map(({ assumptions }) => assumptions)).toEqual(
      own.map(({ assumptions }) => assumptions),
    )
    expect(drawsOfUnlinearRows({ ...some, unlinear: { ...some.unlinear, mine: [1, 2, 3] } }).length).toBe(own.length)
    expect(drawsOfUnlinearRows(larger).length).toBe(500)
  })

  it('are all of them in a small catalog, and fewer under a tax that bends every use', () => {
    expect(drawsOfUnlinearRows(modelOf(20)).length).toBe(4_000)
    expect(drawsOfUnlinearRows(modelOf(2_100)).length).toBe(4_000)
    expect(drawsOfUnlinearRows(modelOf(2_100, { incomeTaxRate: 0.21 })).length).toBe(1_000)
  })
})
