import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AI_HALLS,
  type AiHall,
  builtAt,
  convertedAt,
  earliestConversionYears,
  readyYears,
} from '../../shared/domain/hybrid/block-value.ts'
import { explainPlan } from '../../shared/domain/hybrid/explain-plan.ts'
import { type HybridPlan, hybridPlan } from '../../shared/domain/hybrid/hybrid-plan.ts'
import { megawattsByYear } from '../../shared/domain/hybrid/megawatts-by-year.ts'
import { powerRamp } from '../../shared/domain/hybrid/power-ramp.ts'
import { type BlockGroup, scheduleBlocks } from '../../shared/domain/hybrid/schedule-blocks.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS, type AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { PRESET_IDS, STORY, scenarioOf } from './scenarios.ts'
import { anySite } from './site-sketches.ts'

type Changes = Partial<Record<AssumptionKey, number>>

function caseOf(site: SiteSketch, changes: Changes = {}, preset = STORY) {
  return siteCase(buildColumns([site]), 0, scenarioOf(preset, changes).assumptions)
}

const anyChanges: fc.Arbitrary<Changes> = fc
  .array(
    fc.constantFrom(...ASSUMPTION_KEYS).chain((key) => {
      const { low, high, choices, min, max } = ASSUMPTIONS[key]
      const value = choices === undefined ? fc.double({ min: low, max: high, noNaN: true }) : fc.integer({ min, max })
      return fc.tuple(fc.constant(key), value)
    }),
    { maxLength: 6 },
  )
  .map((changes) => Object.fromEntries(changes) as Changes)

/** Every way to convert or keep every single block, tried. */
function bestByTrying(groups: readonly BlockGroup[], slots: number, slotMw: number): number {
  const blocks = groups.flatMap((group) => Array.from({ length: group.blocks }, () => group))
  const used = new Float64Array(slots)
  const counts = new Uint8Array(slots)
  const from = (block: number): number => {
    const group = blocks[block]
    if (!group) return 0
    let best = group.stayUsd + from(block + 1)
    for (let slot = 0; slot < slots; slot += 1) {
      const value = group.convertUsd[slot] ?? Number.NEGATIVE_INFINITY
      const isFull = counts[slot] !== 0 && (used[slot] ?? 0) + group.blockMw > slotMw * (1 + 1e-9)
      if (value === Number.NEGATIVE_INFINITY || isFull) continue
      used[slot] = (used[slot] ?? 0) + group.blockMw
      counts[slot] = (counts[slot] ?? 0) + 1
      best = Math.max(best, value + from(block + 1))
      used[slot] = (used[slot] ?? 0) - group.blockMw
      counts[slot] = (counts[slot] ?? 0) - 1
    }
    return best
  }
  return from(0)
}

describe('the schedule of blocks', () => {
  const usd = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -50, max: 100 }) },
    { weight: 1, arbitrary: fc.constant(Number.NEGATIVE_INFINITY) },
  )
  const anyCase = fc.integer({ min: 1, max: 4 }).chain((slots) =>
    fc.record({
      slots: fc.constant(slots),
      slotMw: fc.integer({ min: 0, max: 90 }),
      groups: fc.array(
        fc.record({
          blocks: fc.integer({ min: 1, max: 2 }),
          blockMw: fc.integer({ min: 10, max: 50 }),
          stayUsd: fc.integer({ min: 0, max: 60 }),
          convertUsd: fc.array(usd, { minLength: slots, maxLength: slots }).map((each) => Float64Array.from(each)),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )

  it('is worth what the best of all schedules is worth', () => {
    fc.assert(
      fc.property(anyCase, ({ groups, slots, slotMw }) => {
        expect(scheduleBlocks(groups, slots, slotMw).valueUsd).toBe(bestByTrying(groups, slots, slotMw))
      }),
      { numRuns: 500 },
    )
  })

  it('earns its value with the conversions it names, none of them above what a slot takes', () => {
    fc.assert(
      fc.property(anyCase, ({ groups, slots, slotMw }) => {
        const { valueUsd, conversions } = scheduleBlocks(groups, slots, slotMw)
        let earned = 0
        groups.forEach(({ blocks, stayUsd, convertUsd }, group) => {
          const converted = conversions.map((counts) => counts[group] ?? 0)
          converted.forEach((count, slot) => {
            if (count > 0) earned += count * (convertUsd[slot] ?? Number.NaN)
          })
          const total = converted.reduce((sum, count) => sum + count, 0)
          expect(total).toBeLessThanOrEqual(blocks)
          earned += (blocks - total) * stayUsd
        })
        expect(earned).toBeCloseTo(valueUsd, 9)
        for (const counts of conversions) {
          const mw = groups.reduce((sum, { blockMw }, group) => sum + blockMw * (counts[group] ?? 0), 0)
          expect(counts.reduce((sum, count) => sum + count, 0) <= 1 || mw <= slotMw * (1 + 1e-9)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the power ramp', () => {
  it('takes what is energized now, what is planned above it and what is queued above both', () => {
    const ramp = powerRamp(
      caseOf({ ...SURVEYED_MINE, energizedMw: 100, plannedMw: 250, queueMw: 400, energizationYear: 2027 }),
    )
    expect(ramp.map(({ kind, mw }) => [kind, mw])).toEqual([
      ['energized', 100],
      ['planned', 150],
      ['queued', 150],
    ])
    const [energized, planned, queued] = ramp.map(({ each }) => each)
    expect(energized?.value.powerYears).toBe(0)
    expect(planned?.facts.promisedYears).toBeCloseTo(2027 - 2024.89, 9)
    expect(queued?.facts.promisedYears).toBeNaN()
    expect(planned?.value.completion).toBeLessThan(1)
    expect(planned?.facts.isOperating).toBe(false)
  })

  it('is one step where one figure is known, and the assumed size where none is', () => {
    expect(powerRamp(caseOf({ plannedMw: 80 })).map(({ kind, mw }) => [kind, mw])).toEqual([['planned', 80]])
    expect(powerRamp(caseOf({}))).toMatchObject([{ mw: 100, isAssumed: true }])
    expect(powerRamp(caseOf({ energizedMw: 0, plannedMw: 0, queueMw: 0 }))).toMatchObject([{ isAssumed: true }])
  })
})

/** Allowed to mine and to convert, and large enough for a tenant. */
const convertible = anySite.map(
  ({ plannedMw: _, queueMw: __, ...site }): SiteSketch => ({
    ...site,
    energizedMw: Math.max(150, site.energizedMw ?? 0),
    serviceFirmness: 'firm',
    gridVoltageKv: 345,
    substationDistanceMi: 1,
    fiberDistanceMi: 1,
    landAcres: 1_000_000,
    floodZone: 'X',
    zoning: 'industrial',
    waterBasin: 'unrestricted',
  }),
)

describe('the plan of a site', () => {
  it('with one block and no ramp is worth what the ranking says of mining first', () => {
    fc.assert(
      fc.property(convertible, fc.constantFrom(...PRESET_IDS), anyChanges, (site, preset, changes) => {
        const each = caseOf(site, changes, preset)
        const { valueUsd, mw } = hybridPlan(each, { onlyOneBlockConverted: true })
        const gap = Math.abs(valueUsd / mw - each.value.hybrid)
        expect(gap).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(each.value.hybrid)))
      }),
      { numRuns: 400 },
    )
  })

  it('is worth no less than any single use of all megawatts that the site can take into service at once', () => {
    fc.assert(
      fc.property(convertible, fc.constantFrom(...PRESET_IDS), anyChanges, (site, preset, changes) => {
        const each = caseOf(site, { ...changes, aiRampItMwPerQuarter: 10_000 }, preset)
        if (each.facts.mw > 10_000) return
        const { valueUsd, mw } = hybridPlan(each)
        const { mine, lease, colo, cloud, hybrid } = each.value
        const most = Math.max(0, mine, lease, colo, cloud, hybrid)
        expect(valueUsd / mw).toBeGreaterThanOrEqual(most - 1e-6 * most)
      }),
      { numRuns: 300 },
    )
  })

  it('is worth no less with more capacity to build, and never NaN, on any site', () => {
    fc.assert(
      fc.property(
        anySite,
        fc.constantFrom(...PRESET_IDS),
        anyChanges,
        fc.integer({ min: 1, max: 6 }),
        (site, preset, changes, factor) => {
          const slow = hybridPlan(caseOf(site, { ...changes, aiRampItMwPerQuarter: 40 }, preset))
          expect(Number.isFinite(slow.valueUsd)).toBe(true)
          expect(slow.valueUsd).toBeGreaterThanOrEqual(0)
          expect(slow.blocks.reduce((sum, { mw }) => sum + mw, 0)).toBeCloseTo(slow.mw, 6)
          // The slots of the slower plan are made of whole slots of the faster one.
          const fast = hybridPlan(caseOf(site, { ...changes, aiRampItMwPerQuarter: 40 * factor }, preset))
          if (slow.slotYears % fast.slotYears === 0)
            expect(fast.valueUsd).toBeGreaterThanOrEqual(slow.valueUsd * (1 - 1e-9))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('keeps every megawatt in one state in every year', () => {
    fc.assert(
      fc.property(anySite, fc.constantFrom(...PRESET_IDS), anyChanges, (site, preset, changes) => {
        const plan = hybridPlan(caseOf(site, changes, preset))
        for (const { mining, works, tenants, gpus, idle, demandResponseUsd } of megawattsByYear(plan)) {
          expect(mining + works + tenants + gpus + idle).toBeCloseTo(plan.mw, 6)
          expect(Math.min(mining, works, tenants, gpus, idle)).toBeGreaterThanOrEqual(0)
          expect(demandResponseUsd).toBeCloseTo(mining * 40_000, 3)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('converts a mine block by block where only so much can be brought into service in a quarter', () => {
    const site = { ...SURVEYED_MINE, energizedMw: 400 }
    const plan = hybridPlan(caseOf(site, { aiRampItMwPerQuarter: 20, leaseRentUsdPerKwMonth: 160 }))
    const dates = plan.blocks.map(({ convertYears }) => convertYears)
    expect(plan.blocks.length).toBe(13)
    expect(plan.blocks.every(({ blocks }) => blocks === 1)).toBe(true)
    expect(dates).toEqual(dates.toSorted((one, other) => one - other))
    expect((dates.at(-1) ?? 0) - (dates[0] ?? 0)).toBeGreaterThan(2.9)
    const [first, ...rest] = megawattsByYear(plan)
    expect(first?.mining).toBeGreaterThan(0)
    expect(rest.at(-1)?.tenants).toBeCloseTo(400, 6)
  })

  it('leaves AI out where a gate shuts it out, and a tranche below the least block unconverted', () => {
    const shut = hybridPlan(caseOf({ ...SURVEYED_MINE, floodZone: 'AE' }))
    expect(shut.aiMw).toBe(0)
    expect(shut.crossoverMonth).toBeNaN()
    const small = hybridPlan(caseOf({ ...SURVEYED_MINE, energizedMw: 20, plannedMw: 220 }, { btcPriceUsd: 40_000 }))
    expect(small.blocks.filter(({ tranche }) => tranche.kind === 'energized')).toMatchObject([{ mw: 20 }])
    expect(
      small.blocks.some(({ tranche, convertYears }) => tranche.kind === 'energized' && !Number.isNaN(convertYears)),
    ).toBe(false)
  })

  it('crosses over at once where mining earns nothing, and later the more it earns', () => {
    const month = (btcPriceUsd: number) => hybridPlan(caseOf(SURVEYED_MINE, { btcPriceUsd })).crossoverMonth
    expect(month(20_000)).toBe(0)
    expect(month(400_000)).toBeGreaterThan(month(150_000))
  })
})

/** Every block of every tranche tried in every slot, date, hall and way to get there, and left as it is. */
function bestPlanByTrying(plan: HybridPlan, slotMw: number, halls: readonly AiHall[]): number {
  const { slotYears } = plan
  const lastYears = Math.max(
    ...plan.ramp.map(({ each }) =>
      Math.max(
        each.value.mineEndYears + each.terms.assumptions.conversionDowntimeYears,
        readyYears(each),
        earliestConversionYears(each),
        each.value.convertYears || 0,
      ),
    ),
  )
  const counts = plan.ramp.map((tranche) =>
    plan.blocks.reduce((sum, each) => sum + (each.tranche === tranche ? each.blocks : 0), 0),
  )
  const slots = Math.floor(lastYears / slotYears) + counts.reduce((sum, count) => sum + count, 0)
  const groups = plan.ramp.map(({ each, mw }, index): BlockGroup => {
    const blocks = counts[index] ?? 1
    const blockMw = mw / blocks
    const usd = new Float64Array(slots).fill(Number.NEGATIVE_INFINITY)
    const dates = [earliestConversionYears(each), readyYears(each), each.value.convertYears]
    for (let quarter = 0; quarter * 0.25 < slots * slotYears; quarter += 1) dates.push(quarter * 0.25)
    for (const date of dates) {
      const slot = Math.floor(date / slotYears)
      if (!(slot < slots) || plan.isAiShutOut || mw < plan.leastBlockMw * (1 - 1e-9)) continue
      for (const hall of halls) {
        const tried = [
          ...(date >= readyYears(each) ? [builtAt(each, date, hall)] : []),
          ...(date >= earliestConversionYears(each) && !each.isMineBlocked ? [convertedAt(each, date, hall)] : []),
        ]
        for (const { valueUsdPerMw } of tried) usd[slot] = Math.max(usd[slot] ?? 0, blockMw * valueUsdPerMw)
      }
    }
    const stayUsd = each.isMineBlocked ? 0 : blockMw * Math.max(0, each.value.mine)
    return { blocks, blockMw, stayUsd, convertUsd: usd }
  })
  return bestByTrying(groups, slots, slotMw)
}

/** Few enough blocks and dates to try all of them. */
const small = convertible.map((site): SiteSketch => ({ ...site, energizedMw: 60 + ((site.energizedMw ?? 0) % 25) }))
const DEAR_GPUS: Changes = { gpuHourUsd: 5, gpuUtilisation: 0.9 }

describe('own GPUs in a plan', () => {
  it('are taken where and when the best of all ways to use every block takes them', () => {
    fc.assert(
      fc.property(small, fc.constantFrom(...PRESET_IDS), fc.boolean(), anyChanges, (site, preset, isDear, changes) => {
        const fixed = {
          minimumItMw: 20,
          grossToIt: 1.4,
          aiRampItMwPerQuarter: 25,
          asicLifeYears: 3,
          timeToPowerFactor: 1,
        }
        const each = caseOf(site, { ...changes, ...(isDear ? DEAR_GPUS : {}), ...fixed }, preset)
        for (const withOwnGpus of [true, false]) {
          const plan = hybridPlan(each, { withOwnGpus })
          const slotMw = (plan.slotYears / 0.25) * 25 * 1.4
          const best = bestPlanByTrying(plan, slotMw, withOwnGpus ? AI_HALLS : ['tenants'])
          expect(plan.valueUsd).toBeCloseTo(best, 1)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never make a plan worth less, and leave it as it is where no block takes them', () => {
    fc.assert(
      fc.property(convertible, fc.constantFrom(...PRESET_IDS), anyChanges, (site, preset, changes) => {
        const each = caseOf(site, changes, preset)
        const [open, closed] = [hybridPlan(each), hybridPlan(each, { withOwnGpus: false })]
        expect(open.valueUsd).toBeGreaterThanOrEqual(closed.valueUsd * (1 - 1e-12))
        expect(closed.gpuMw).toBe(0)
        if (open.gpuMw === 0) expect(open.blocks).toEqual(closed.blocks)
        else expect(open.gpuMw).toBeLessThanOrEqual(open.aiMw + 1e-9)
      }),
      { numRuns: 200 },
    )
  })

  it('run beside ASICs, end with their last generation, and earn no curtailment income', () => {
    const plan = hybridPlan(
      caseOf({ ...SURVEYED_MINE, energizedMw: 400 }, { ...DEAR_GPUS, aiRampItMwPerQuarter: 20, gpuGenerations: 1 }),
    )
    expect(plan.gpuMw).toBeCloseTo(400, 6)
    const years = megawattsByYear(plan)
    const both = years.find(({ mining, gpus }) => mining > 0 && gpus > 0)
    expect(both).toBeDefined()
    expect(both?.demandResponseUsd).toBeCloseTo((both?.mining ?? 0) * 40_000, 3)
    expect(years.every(({ tenants }) => tenants === 0)).toBe(true)
    expect(explainPlan(plan).sentence).toContain('in halls of own GPUs')
    expect(explainPlan(plan).steps.map(({ label }) => label)).toContain('Mining, then own GPUs, 400 MW energized')
  })

  it('are shut out with AI where a gate fails', () => {
    expect(hybridPlan(caseOf({ ...SURVEYED_MINE, floodZone: 'AE' }, DEAR_GPUS)).gpuMw).toBe(0)
  })
})
