import { FAIL } from '../ranking/gate-states.ts'
import { GATES } from '../ranking/ranking.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import {
  AI_HALLS,
  type AiHall,
  type BlockConversion,
  builtAt,
  convertedAt,
  earliestConversionYears,
  readyYears,
} from './block-value.ts'
import { crossoverMonth } from './crossover.ts'
import { type PowerTranche, powerRamp } from './power-ramp.ts'
import { scheduleBlocks } from './schedule-blocks.ts'

/** Blocks of one tranche that do the same. */
export interface PlannedBlocks {
  readonly tranche: PowerTranche
  readonly blocks: number
  readonly mw: number
  /** Mine and convert, build for AI at once, keep mining, or leave alone. */
  readonly use: 'convert' | 'build' | 'mine' | 'idle'
  /** Null where it is no AI block. */
  readonly hall: AiHall | null
  /** Years to the first AI revenue; NaN where there is none. */
  readonly convertYears: number
  readonly valueUsd: number
}

export interface HybridPlan {
  readonly ramp: readonly PowerTranche[]
  /** Earliest conversion first, then what is not converted. */
  readonly blocks: readonly PlannedBlocks[]
  readonly mw: number
  readonly aiMw: number
  /** Of which with own GPUs. */
  readonly gpuMw: number
  readonly valueUsd: number
  /** Least gross megawatts that a tenant takes. */
  readonly leastBlockMw: number
  readonly slotYears: number
  /** NaN where AI is worth nothing or the gates shut it out. */
  readonly crossoverMonth: number
  readonly isAiShutOut: boolean
  /** The halls that were open to its blocks. */
  readonly halls: readonly AiHall[]
}

export interface PlanOptions {
  /** Only blocks that mine first and convert, as the ranking's hybrid does; one block a tranche. */
  readonly onlyOneBlockConverted?: boolean
  /** False leaves halls to tenants alone. */
  readonly withOwnGpus?: boolean
}

/** So many blocks a tranche that planning stays instant, by the number of tranches. */
const MOST_BLOCKS = [24, 24, 10, 6] as const
const MOST_SLOTS = 200
const QUARTER = 0.25

/**
 * The split of a site between mining and AI, and the dates of conversion, that are worth most. Megawatts come in tranches,
 * each cut into equal blocks of at least what a tenant takes; a block mines and converts, is built for AI at once,
 * mines until its ASICs are worn out, or is left alone. An AI block is let to tenants or holds own GPUs, whichever is
 * worth more at its date; the same gates and the same least block hold for both, as in the ranking. In one slot the site can take so much AI capacity into
 * service and no more. Dates are the quarters, and the date that the ranking finds best for all megawatts at once.
 */
export function hybridPlan(site: SiteCase, options: PlanOptions = {}): HybridPlan {
  const a = site.terms.assumptions
  const ramp = powerRamp(site)
  const leastBlockMw = a.minimumItMw * a.grossToIt
  const isAiShutOut = isShutOut(site)
  const hasGpus = options.withOwnGpus !== false && options.onlyOneBlockConverted !== true
  const halls = hasGpus ? AI_HALLS : (['tenants'] as const)
  const most = options.onlyOneBlockConverted ? 1 : (MOST_BLOCKS[ramp.length] ?? 1)
  const cut = ramp.map((tranche) => {
    const blocks = leastBlockMw > 0 ? Math.floor(tranche.mw / leastBlockMw + 1e-9) : most
    return { tranche, blocks: Math.min(most, Math.max(1, blocks)), isTooSmall: tranche.mw < leastBlockMw * (1 - 1e-9) }
  })
  const quarterMw = a.aiRampItMwPerQuarter * a.grossToIt
  const largestMw = Math.max(...cut.map(({ tranche, blocks }) => tranche.mw / blocks))
  const lastYears = Math.max(...ramp.map(({ each }) => lastDateYears(each)))
  const slotQuarters = Math.max(
    1,
    Math.ceil(largestMw / quarterMw - 1e-9),
    Math.ceil(lastYears / (QUARTER * (MOST_SLOTS - 1))),
  )
  const slotYears = slotQuarters * QUARTER
  // Each block may have to wait for a slot of its own.
  const slots = Math.floor(lastYears / slotYears) + cut.reduce((sum, { blocks }) => sum + blocks, 0)

  const groups = cut.map(({ tranche, blocks, isTooSmall }) => {
    const blockMw = tranche.mw / blocks
    const canConvert = !isAiShutOut && !isTooSmall
    const bySlot = Array.from({ length: slots }, (_, slot) =>
      canConvert ? bestInSlot(tranche.each, slot * slotYears, slotQuarters, halls, options) : null,
    )
    const mineUsdPerMw = tranche.each.isMineBlocked ? Number.NEGATIVE_INFINITY : tranche.each.value.mine
    const stays = mineUsdPerMw > 0 ? ('mine' as const) : ('idle' as const)
    const stayUsd = options.onlyOneBlockConverted ? Number.NEGATIVE_INFINITY : blockMw * Math.max(0, mineUsdPerMw)
    const convertUsd = Float64Array.from(bySlot, (best) => blockMw * (best?.valueUsdPerMw ?? Number.NEGATIVE_INFINITY))
    return { tranche, blocks, blockMw, bySlot, stays, stayUsd, convertUsd }
  })
  const { valueUsd, conversions } = scheduleBlocks(groups, slots, slotQuarters * quarterMw)

  const planned: PlannedBlocks[] = []
  const left = groups.map(({ blocks }) => blocks)
  conversions.forEach((counts, slot) => {
    counts.forEach((blocks, index) => {
      const group = groups[index]
      const best = group?.bySlot[slot]
      if (blocks === 0 || !group || !best) return
      left[index] = (left[index] ?? 0) - blocks
      const mw = blocks * group.blockMw
      const { use, hall, convertYears, valueUsdPerMw } = best
      planned.push({ tranche: group.tranche, blocks, mw, use, hall, convertYears, valueUsd: mw * valueUsdPerMw })
    })
  })
  planned.sort((one, other) => one.convertYears - other.convertYears)
  const aiMw = planned.reduce((sum, { mw }) => sum + mw, 0)
  groups.forEach(({ tranche, blockMw, stays, stayUsd }, index) => {
    const blocks = left[index] ?? 0
    if (blocks === 0) return
    const convertYears = Number.NaN
    const mw = blocks * blockMw
    planned.push({ tranche, blocks, mw, use: stays, hall: null, convertYears, valueUsd: blocks * stayUsd })
  })
  return {
    ramp,
    blocks: planned,
    mw: ramp.reduce((sum, { mw }) => sum + mw, 0),
    aiMw,
    gpuMw: planned.reduce((sum, { mw, hall }) => sum + (hall === 'gpus' ? mw : 0), 0),
    valueUsd,
    leastBlockMw,
    slotYears,
    crossoverMonth: isAiShutOut ? Number.NaN : crossoverMonth(site, halls),
    isAiShutOut,
    halls,
  }
}

/** The size of each tranche is weighed on its own; every other gate that fails shuts AI out of the whole site. */
function isShutOut({ gates }: SiteCase): boolean {
  return GATES.some((gate, index) => gate !== 'contiguous_mw' && gates[index] === FAIL)
}

/** After this date waiting has nothing to gain, except for a slot: the machines are worn out. */
function lastDateYears(each: SiteCase): number {
  const worn = each.value.mineEndYears + each.terms.assumptions.conversionDowntimeYears
  return Math.max(worn, readyYears(each), earliestConversionYears(each), each.value.convertYears || 0)
}

/** The best date of a slot for one block: its quarters, the first possible date, and the ranking's own. */
function bestInSlot(
  each: SiteCase,
  fromYears: number,
  quarters: number,
  halls: readonly AiHall[],
  { onlyOneBlockConverted = false }: PlanOptions,
): BlockConversion | null {
  const toYears = fromYears + quarters * QUARTER
  const earliest = earliestConversionYears(each)
  const ready = readyYears(each)
  const own = [earliest, ready, each.value.convertYears]
  const dates = onlyOneBlockConverted
    ? [earliest, each.value.convertYears]
    : [...own, ...Array.from({ length: quarters }, (_, quarter) => fromYears + quarter * QUARTER)]
  let best: BlockConversion | null = null
  for (const date of dates) {
    if (!(date >= fromYears && date < toYears)) continue
    const tried = halls.flatMap((hall) => [
      !each.isMineBlocked && date >= earliest ? convertedAt(each, date, hall) : null,
      !onlyOneBlockConverted && date >= ready ? builtAt(each, date, hall) : null,
    ])
    for (const found of tried) if (found && (best === null || found.valueUsdPerMw > best.valueUsdPerMw)) best = found
  }
  return best
}
