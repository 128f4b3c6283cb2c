import { decimalYearMonth } from '../../format/decimal-year-month.ts'
import { formatMw, formatPercent, formatUsdPerMw, formatUsdShort, formatYears } from '../../format/format-quantity.ts'
import type { DerivationStep } from '../ranking/site-explanation.ts'
import { STRATEGY_NAMES } from '../ranking/strategy-names.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import type { HybridPlan, PlannedBlocks } from './hybrid-plan.ts'
import type { PowerTranche } from './power-ramp.ts'

export interface PlanExplanation {
  readonly sentence: string
  readonly steps: readonly DerivationStep[]
}

const ALL_AT_ONCE = ['mine', 'lease', 'colo', 'cloud', 'hybrid'] as const

/** What a plan does and is worth, in one sentence, and where its figures come from. */
export function explainPlan(plan: HybridPlan): PlanExplanation {
  return { sentence: sentenceOf(plan), steps: stepsOf(plan) }
}

function sentenceOf(plan: HybridPlan): string {
  const { blocks, mw, aiMw, valueUsd } = plan
  const worth = `${formatUsdShort(valueUsd)} (${formatUsdPerMw(valueUsd / mw)})`
  const mined = mwOf(blocks, 'mine')
  const idle = mwOf(blocks, 'idle')
  const why = plan.isAiShutOut ? ' A failed gate shuts AI out.' : ''
  if (aiMw === 0) {
    return mined === 0
      ? `No megawatt of this site pays, neither mining nor as AI.${why}`
      : `${formatMw(rounded(mined))} mine until their ASICs are worn out, which is worth ${worth}.${why}`
  }
  const bridged = mwOf(blocks, 'convert')
  const bridge =
    bridged === 0
      ? 'without mining first'
      : bridged < aiMw
        ? `${formatMw(rounded(bridged))} of them after mining`
        : 'after mining'
  const rest = [
    mined > 0 ? `${formatMw(rounded(mined))} keep mining` : '',
    idle > 0 ? `${formatMw(rounded(idle))} are left alone` : '',
  ].filter((part) => part !== '')
  return `${formatMw(rounded(aiMw))} become AI ${datesOf(plan, blocks)}, ${bridge}, ${hallsOf(plan)}${rest.map((part) => `; ${part}`).join('')}. The plan is worth ${worth}.${comparison(plan)}`
}

/** Who the AI megawatts serve. */
function hallsOf({ aiMw, gpuMw }: HybridPlan): string {
  if (gpuMw === 0) return 'in halls let to tenants'
  return gpuMw >= aiMw * (1 - 1e-9)
    ? 'in halls of own GPUs'
    : `${formatMw(rounded(gpuMw))} of them with own GPUs and the others let to tenants`
}

/** What the best single use of all megawatts would be worth if all of them could be built at once. */
function comparison(plan: HybridPlan): string {
  if (plan.isAiShutOut) return ''
  let best: { readonly name: string; readonly usd: number } | null = null
  for (const strategy of ALL_AT_ONCE) {
    if (strategy === 'cloud' && !plan.halls.includes('gpus')) continue
    const usd = plan.ramp.reduce((sum, { mw, each }) => sum + mw * each.value[strategy], 0)
    if (Number.isFinite(usd) && (best === null || usd > best.usd)) best = { name: STRATEGY_NAMES[strategy], usd }
  }
  return best === null || best.usd <= 0
    ? ' No single use of all megawatts would pay.'
    : ` All megawatts at once, ${best.name} would be worth ${formatUsdShort(best.usd)}.`
}

function stepsOf(plan: HybridPlan): readonly DerivationStep[] {
  const first = plan.ramp[0]
  if (!first) return []
  const a = first.each.terms.assumptions
  const steps = plan.ramp.map(rampStep)
  steps.push({
    label: 'Least AI block',
    value: formatMw(rounded(plan.leastBlockMw)),
    formula: 'least critical IT a tenant takes × gross-to-IT',
    source: ASSUMPTIONS.minimumItMw.source,
  })
  for (const tranche of plan.ramp) {
    for (const use of ['convert', 'build', 'mine', 'idle'] as const) {
      for (const hall of [...plan.halls, null]) {
        const blocks = plan.blocks.filter((each) => each.tranche === tranche && each.use === use && each.hall === hall)
        if (blocks.length > 0) steps.push(blocksStep(plan, blocks))
      }
    }
  }
  steps.push(crossoverStep(plan))
  steps.push({
    label: 'Value of the plan',
    value: formatUsdShort(plan.valueUsd),
    formula: 'the sum over all blocks at the dates that make it greatest',
    source: `Every quarter is tried; in ${formatYears(plan.slotYears)} at most ${formatMw(rounded(a.aiRampItMwPerQuarter * (plan.slotYears / 0.25)))} of IT; ${ASSUMPTIONS.aiRampItMwPerQuarter.source}`,
  })
  return steps
}

const TRANCHE_NAMES: Readonly<Record<PowerTranche['kind'], string>> = {
  energized: 'Energized',
  planned: 'Planned',
  queued: 'Queued',
}

function rampStep({ kind, mw, isAssumed, each }: PowerTranche): DerivationStep {
  const { value, facts } = each
  return {
    label: isAssumed ? 'Size assumed' : TRANCHE_NAMES[kind],
    value: formatMw(rounded(mw)),
    formula:
      value.powerYears === 0
        ? 'power is there'
        : `power in ${formatYears(value.powerYears)}, ${formatPercent(value.completion)} likely`,
    source: isAssumed
      ? ASSUMPTIONS.assumedSiteMw.source
      : value.powerYears === 0
        ? ''
        : !Number.isNaN(facts.promisedYears)
          ? 'The promised date with the usual slip'
          : 'No date is promised: the time that is usual at the stage in this region',
  }
}

function labelOfUse({ use, hall }: PlannedBlocks): string {
  const ai = hall === 'gpus' ? 'own GPUs' : 'a hall for tenants'
  if (use === 'convert') return `Mining, then ${ai}`
  if (use === 'build') return `${ai.slice(0, 1).toUpperCase()}${ai.slice(1)} without mining first`
  return use === 'mine' ? 'Mining to the end of the ASICs' : 'Left alone'
}

function formulaOfUse({ use, hall }: PlannedBlocks): string {
  const ai =
    hall === 'gpus'
      ? 'value of GPU-hours less GPUs, refresh, power and hall × chances × discount to the date'
      : 'value of rents less hall × chances × discount to the date'
  if (use === 'convert') return `mining until the works − ASICs − shell + scrap + ${ai}`
  if (use === 'build') return ai
  return use === 'mine' ? 'present value of the margin − capital, × chance of power' : 'no use of it pays'
}

function blocksStep(plan: HybridPlan, blocks: readonly PlannedBlocks[]): DerivationStep {
  const [first] = blocks
  if (!first) throw new Error('A step needs blocks.')
  const { use } = first
  const mw = blocks.reduce((sum, each) => sum + each.mw, 0)
  const usd = blocks.reduce((sum, each) => sum + each.valueUsd, 0)
  const count = blocks.reduce((sum, each) => sum + each.blocks, 0)
  const tranche = TRANCHE_NAMES[first.tranche.kind].toLowerCase()
  const isDated = use === 'convert' || use === 'build'
  return {
    label: `${labelOfUse(first)}, ${formatMw(rounded(mw))} ${tranche}`,
    value: formatUsdShort(usd),
    formula: formulaOfUse(first),
    source: `${count === 1 ? 'One block' : `${count} blocks`}${isDated ? `, first AI revenue ${datesOf(plan, blocks)}` : ''}`,
  }
}

function crossoverStep({ crossoverMonth, ramp }: HybridPlan): DerivationStep {
  const valuationYear = ramp[0]?.each.terms.assumptions.valuationYear ?? 0
  return {
    label: 'AI overtakes mining',
    value: Number.isNaN(crossoverMonth)
      ? 'never'
      : crossoverMonth === 0
        ? 'already'
        : decimalYearMonth(valuationYear + crossoverMonth / 12),
    formula: 'first month in which AI value × chance that open gates pass + scrap ≥ what mining still earns',
    source: 'For a megawatt of the first that have power, land and grid paid',
  }
}

function datesOf({ ramp }: HybridPlan, blocks: readonly PlannedBlocks[]): string {
  const valuationYear = ramp[0]?.each.terms.assumptions.valuationYear ?? 0
  const years = blocks.map(({ convertYears }) => convertYears).filter((each) => !Number.isNaN(each))
  const from = decimalYearMonth(valuationYear + Math.min(...years))
  const to = decimalYearMonth(valuationYear + Math.max(...years))
  return from === to ? `in ${from}` : `from ${from} to ${to}`
}

function mwOf(blocks: readonly PlannedBlocks[], use: PlannedBlocks['use']): number {
  return blocks.reduce((sum, each) => sum + (each.use === use ? each.mw : 0), 0)
}

function rounded(mw: number): number {
  return mw < 10 ? mw : Math.round(mw)
}
