import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SiteColumns } from '../../shared/columns/site-columns.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { STRATEGIES, VERDICTS } from '../../shared/domain/site/strategies.ts'
import { countInversions } from '../../shared/domain/statistics/count-inversions.ts'
import { kendallTau } from '../../shared/domain/statistics/kendall-tau.ts'
import { keptOfFirstLease } from '../../shared/domain/uncertainty/kept-of-first-lease.ts'
import { simulate } from '../../shared/domain/uncertainty/simulate.ts'
import { siteStability } from '../../shared/domain/uncertainty/site-stability.ts'
import { isNotSeparable, type Uncertainty } from '../../shared/domain/uncertainty/uncertainty.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

const { energizedMw: _, ...SURVEYED } = SURVEYED_MINE

/** A site that waits for its power and is quoted no price. */
const QUEUED: SiteSketch = {
  ...SURVEYED,
  id: 'queued',
  kind: 'queue_request',
  status: 'planned',
  queueMw: 300,
  mwRungLevel: 3,
  queueStatus: 'study',
  powerPriceUsdPerMwh: Number.NaN,
}
const SITES: readonly SiteSketch[] = [
  { ...SURVEYED_MINE, id: 'mine' },
  { ...SURVEYED_MINE, id: 'twin' },
  { ...SURVEYED_MINE, id: 'flooded', floodZone: 'AE', powerPriceUsdPerMwh: 25 },
  QUEUED,
  { ...QUEUED, id: 'promised', queueStatus: 'ia_signed', energizationYear: 2028 },
  { id: 'nothing-known' },
]

function run(
  columns: SiteColumns,
  options: { draws?: number; seed?: number; preset?: string; changes?: Partial<Record<AssumptionKey, number>> } = {},
): Uncertainty {
  const { draws = 400, seed = 1, preset = STORY, changes = {} } = options
  const uncertainty = simulate(columns, scenarioOf(preset, changes), { draws, seed })
  if (uncertainty === null) throw new Error('Nobody cancelled.')
  return uncertainty
}

/** What is said of a site that does not depend on its rank among others. */
function own(columns: SiteColumns, uncertainty: Uncertainty, id: string) {
  const row = columns.ids.indexOf(id)
  return {
    verdicts: VERDICTS.map((verdict) => uncertainty.verdictShare[verdict][row]),
    holds: uncertainty.verdictHolds[row],
    power: uncertainty.powerComes[row],
    values: STRATEGIES.flatMap((strategy) =>
      (['p10', 'p50', 'p90', 'mean', 'sd'] as const).map((key) => uncertainty.value[strategy][key][row]),
    ),
  }
}

function everyNumber(uncertainty: Uncertainty): number[] {
  const numbers: number[] = []
  const collect = (value: unknown): void => {
    if (typeof value === 'number') numbers.push(value)
    else if (ArrayBuffer.isView(value)) numbers.push(...(value as Float64Array))
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each)
  }
  collect(uncertainty)
  return numbers
}

describe('a simulation', () => {
  it('comes out the same for the same seed and differs for another', () => {
    const columns = buildColumns(SITES)
    expect(run(columns)).toEqual(run(columns))
    expect(own(columns, run(columns, { seed: 2 }), 'mine')).not.toEqual(own(columns, run(columns), 'mine'))
  })

  it('of a site does not depend on what other sites there are', () => {
    const all = buildColumns(SITES)
    const few = buildColumns(SITES.filter(({ id }) => id === 'queued' || id === 'mine'))
    const [ofAll, ofFew] = [run(all), run(few)]
    for (const id of ['queued', 'mine']) expect(own(few, ofFew, id)).toEqual(own(all, ofAll, id))
  })

  it('does not depend on the order of the rows, ranks and ties included', () => {
    const sites = [...SITES, ...SITES.map((site, index) => ({ ...site, id: `again-${index}` }))]
    const [forth, back] = [buildColumns(sites), buildColumns(sites.toReversed())]
    const [one, other] = [run(forth), run(back)]
    for (const [row, id] of forth.ids.entries()) {
      const there = back.ids.indexOf(id)
      expect(own(back, other, id)).toEqual(own(forth, one, id))
      for (const key of ['p10', 'p50', 'p90', 'mean'] as const) expect(other.rank[key][there]).toBe(one.rank[key][row])
      expect(other.isFirst[there]).toBe(one.isFirst[row])
    }
  })

  it('gives shares between 0 and 1 that add up, ordered quantiles and never NaN, whatever the site', () => {
    fc.assert(
      fc.property(
        fc.array(anySite, { maxLength: 6 }),
        fc.constantFrom(...PRESET_IDS),
        fc.integer({ min: 0, max: 0xffffffff }),
        (sites, preset, seed) => {
          const columns = buildColumns(sites)
          const result = run(columns, { draws: 20, preset, seed })
          for (const number of everyNumber(result)) expect(Number.isFinite(number)).toBe(true)
          const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
          expect(sum(result.isFirst)).toBeCloseTo(sites.length === 0 ? 0 : 1, 9)
          expect(sum(result.isInTopTen)).toBeCloseTo(Math.min(10, sites.length), 9)
          expect(sum(result.rank.mean)).toBeCloseTo((sites.length * (sites.length + 1)) / 2, 6)
          for (let row = 0; row < sites.length; row += 1) {
            const shares = VERDICTS.map((verdict) => result.verdictShare[verdict][row] ?? -1)
            expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
            expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 12)
            for (const spread of [...STRATEGIES.map((strategy) => result.value[strategy]), result.rank]) {
              expect(spread.p10[row]).toBeLessThanOrEqual(spread.p50[row] ?? Number.NaN)
              expect(spread.p50[row]).toBeLessThanOrEqual(spread.p90[row] ?? Number.NaN)
            }
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('of the verdict agrees with the scenario where no draw can change anything that matters', () => {
    const columns = buildColumns([{ ...SURVEYED_MINE, id: 'tiny', energizedMw: 1 }])
    const result = run(columns)
    expect(VERDICTS[rankSites(columns, scenarioOf(STORY)).verdict[0] ?? 0]).toBe('none')
    expect(result.verdictHolds[0]).toBe(1)
  })

  it('has the lease of a running site in its closed-form mean where it always pays', () => {
    const columns = buildColumns([{ ...SURVEYED_MINE, id: 'rich' }])
    const changes = { leaseRentUsdPerKwMonth: 500 }
    const { mean, sd } = run(columns, { draws: 4_000, changes }).value.lease
    const planned = rankSites(columns, scenarioOf(STORY, changes)).npvUsdPerMw.lease[0] ?? 0
    // Rent, overrun and power price enter linearly and have their scenario's value as their mean.
    expect(Math.abs((mean[0] ?? 0) - planned)).toBeLessThan((4 * (sd[0] ?? 0)) / Math.sqrt(4_000))
  })

  it('rounds an odd number of draws up to whole antithetic pairs', () => {
    expect(run(buildColumns(SITES), { draws: 7 }).draws).toBe(8)
  })

  it('stops when it is cancelled, and tells how far it is until then', () => {
    const columns = buildColumns(Array.from({ length: 60 }, (_, index) => ({ ...SURVEYED_MINE, id: `s${index}` })))
    const progress: number[] = []
    const result = simulate(columns, scenarioOf(STORY), {
      draws: 1_000,
      seed: 1,
      isCancelled: () => progress.length >= 3,
      onProgress: (done) => progress.push(done),
    })
    expect(result).toBeNull()
    expect(progress).toHaveLength(3)
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    expect(progress.at(-1)).toBeLessThan(0.5)
  })
})

describe('how alike the orders of the draws are', () => {
  it('counts inversions as Kendall compares pairs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1_000), { minLength: 2, maxLength: 40 }), (list) => {
        const tau = kendallTau(
          list,
          list.map((_, index) => index),
        )
        const sorted = Uint32Array.from(list)
        const inversions = countInversions(sorted)
        expect(1 - (4 * inversions) / (list.length * (list.length - 1))).toBeCloseTo(tau, 12)
        expect([...sorted]).toEqual(list.toSorted((one, other) => one - other))
      }),
    )
  })

  it('is full for one site, less where draws change places, and never outside −1 to 1', () => {
    expect(run(buildColumns([SURVEYED_MINE])).orderLikeness).toBe(1)
    const mixed = run(buildColumns([...SITES, { ...SURVEYED_MINE, id: 'dear', powerPriceUsdPerMwh: 47 }])).orderLikeness
    expect(mixed).toBeGreaterThan(0)
    expect(mixed).toBeLessThan(1)
  })
})

describe('power that may not come', () => {
  const stage = (completion: number) => ({ completionStudy: completion })

  it('comes always at 100% and never at 0%, when every strategy loses the studies and no more', () => {
    const columns = buildColumns([QUEUED])
    const always = run(columns, { changes: stage(1) })
    expect(always.powerComes[0]).toBe(1)
    const never = run(columns, { changes: stage(0) })
    expect(never.powerComes[0]).toBe(0)
    for (const strategy of STRATEGIES) {
      expect(never.value[strategy].p10[0]).toBe(-20_000)
      expect(never.value[strategy].p90[0]).toBe(-20_000)
    }
    expect(never.verdictShare.none[0]).toBe(1)
  })

  it('comes as often as its stage says', () => {
    const draws = 4_000
    const share = run(buildColumns([QUEUED]), { draws, changes: stage(0.35) }).powerComes[0] ?? 0
    expect(Math.abs(share - 0.35)).toBeLessThan(4 * Math.sqrt((0.35 * 0.65) / draws))
  })

  it('widens what the site is worth', () => {
    const columns = buildColumns([QUEUED])
    const sd = (completion: number) =>
      run(columns, { changes: { ...stage(completion), leaseRentUsdPerKwMonth: 400 } }).value.lease.sd[0] ?? 0
    expect(sd(0.5)).toBeGreaterThan(sd(1))
  })
})

describe('a tenant who may default', () => {
  const columns = buildColumns([{ ...SURVEYED_MINE, id: 'rich' }, QUEUED])
  const rich = { leaseRentUsdPerKwMonth: 500 }

  it.each([0.3, 0.5, 0.6, 0.9])('costs on average what the valuation takes off, at a loss of %d', (loss) => {
    const draws = 4_000
    const changes = { ...rich, counterpartyDefault: 0.3, counterpartyLoss: loss }
    const { mean, sd } = run(columns, { draws, changes }).value.lease
    const planned = rankSites(columns, scenarioOf(STORY, changes)).npvUsdPerMw.lease[0] ?? 0
    expect(Math.abs((mean[0] ?? 0) - planned)).toBeLessThan((4 * (sd[0] ?? 0)) / Math.sqrt(draws))
  })

  it('and a second lease at a rent nobody knows come to the value of both on average', () => {
    const draws = 4_000
    const second = { leaseTermYears: 8, shellLifeYears: 30, counterpartyDefault: 0.2 }
    const { mean, sd } = run(columns, { draws, changes: { ...rich, ...second } }).value.lease
    const planned = rankSites(columns, scenarioOf(STORY, { ...rich, ...second })).npvUsdPerMw.lease[0] ?? 0
    expect(Math.abs((mean[0] ?? 0) - planned)).toBeLessThan((4 * (sd[0] ?? 0)) / Math.sqrt(draws))
    const once = run(columns, { draws, changes: { ...rich, ...second, reLeaseRentShare: 0 } }).value.lease
    expect(sd[0]).toBeGreaterThan(once.sd[0] ?? Number.NaN)
  })

  it('loses a share of what lies ahead whose average is the loss, and never more than all of it', () => {
    const points = 20_000
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (loss) => {
        const kept = Array.from({ length: points }, (_, point) => keptOfFirstLease(loss, (point + 0.5) / points))
        expect(kept.every((share) => share >= 0 && share <= 1)).toBe(true)
        expect(kept.reduce((sum, share) => sum + 1 - share, 0) / points).toBeCloseTo(loss, 3)
      }),
      { numRuns: 30 },
    )
  })

  it('spreads the value without changing its mean or any decision', () => {
    const one = run(columns, { draws: 2_000, changes: { ...rich, counterpartyDefault: 1, counterpartyLoss: 0.1 } })
    const rare = run(columns, { draws: 2_000, changes: { ...rich, counterpartyDefault: 0.1, counterpartyLoss: 1 } })
    expect(rare.value.lease.sd[0]).toBeGreaterThan(one.value.lease.sd[0] ?? Number.NaN)
    expect(rare.verdictShare).toEqual(one.verdictShare)
    expect(rare.value.mine).toEqual(one.value.mine)
    expect(rare.value.colo).toEqual(one.value.colo)
  })

  it('changes no draw where nobody defaults or nothing is lost, and leaves no income where all is', () => {
    const none = run(columns)
    expect(run(columns, { changes: { counterpartyDefault: 0, counterpartyLoss: 0.9 } })).toEqual(none)
    expect(run(columns, { changes: { counterpartyDefault: 0.7, counterpartyLoss: 0 } })).toEqual(none)
    const all = run(columns, { changes: { ...rich, counterpartyDefault: 1, counterpartyLoss: 1 } })
    expect(all.value.lease.p90[0]).toBeLessThan(0)
    const free = run(columns, { changes: { counterpartyDefault: 1, counterpartyLoss: 1 } })
    expect(free.value.lease.p90[0]).toBe(all.value.lease.p90[0])
  })

  it('of one site has nothing to do with other sites, and leaves no figure unknown, taxes or not', () => {
    fc.assert(
      fc.property(
        fc.array(anySite, { minLength: 2, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0, 0.25),
        (some, counterpartyDefault, counterpartyLoss, incomeTaxRate) => {
          const sites = some.map((site, index) => ({ ...site, id: `s${index}` }))
          const changes = { counterpartyDefault, counterpartyLoss, incomeTaxRate, shellLifeYears: 22 }
          const [all, few] = [buildColumns(sites), buildColumns(sites.slice(1))]
          const [ofAll, ofFew] = [run(all, { draws: 20, changes }), run(few, { draws: 20, changes })]
          expect(everyNumber(ofAll).every(Number.isFinite)).toBe(true)
          for (const id of few.ids) expect(own(few, ofFew, id)).toEqual(own(all, ofAll, id))
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('neighbours in the ranking', () => {
  it('that are equal in all but their names are not separable, and far apart ones are', () => {
    const columns = buildColumns([
      { ...SURVEYED_MINE, id: 'a', name: 'Abilene' },
      { ...SURVEYED_MINE, id: 'b', name: 'Bastrop' },
      { id: 'c', name: 'Claimed' },
    ])
    const scenario = scenarioOf(STORY)
    const ranking = rankSites(columns, scenario)
    const uncertainty = run(columns)
    const first = siteStability(columns, ranking, uncertainty, 0)
    expect(first.notSeparable).toEqual([{ row: 1, rank: 2, name: 'Bastrop', aheadShare: 0.5 }])
    expect(siteStability(columns, ranking, uncertainty, 2).notSeparable).toEqual([])
    expect(uncertainty.aheadOfNext[2]).toBe(1)
    expect(first.rank.p90).toBeLessThanOrEqual(2)
  })

  it('are told apart from shares of 0.4 and 0.6 outwards', () => {
    expect([0.3, 0.4, 0.41, 0.5, 0.59, 0.6, 0.9].map(isNotSeparable)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
