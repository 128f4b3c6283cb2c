import { categoryAt, type SiteColumns } from '../../columns/site-columns.ts'
import { formatMw, formatNumber } from '../../format/format-quantity.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import { EVIDENCE_RUNGS } from '../site/evidence-rung.ts'
import { STRATEGIES, type Strategy } from '../site/strategies.ts'
import { type EffectiveMwStep, type EffectiveMwStepId, effectiveMw } from './effective-mw.ts'
import { nMinus1, nMinus1Text, type SubstationSupply } from './n-minus-1.ts'

export interface EffectiveMwStepExplanation extends EffectiveMwStep {
  readonly label: string
  /** What holds the megawatts at this step, or what has to be asked. */
  readonly constraint: string
  /** Where the figure of the constraint is from; empty where the constraint says it. */
  readonly source: string
}

export interface EffectiveMwExplanation {
  readonly strategy: Strategy
  readonly steps: readonly EffectiveMwStepExplanation[]
  readonly leastMw: number
  readonly mostMw: number
  /** One sentence: what is left of the claim, and what is not proven. */
  readonly sentence: string
}

/** The waterfall from claimed to usable megawatts for every strategy, in the order of STRATEGIES. */
export function explainEffectiveMw(each: SiteCase): readonly EffectiveMwExplanation[] {
  return STRATEGIES.map((strategy) => explainOne(each, strategy))
}

function explainOne(each: SiteCase, strategy: Strategy): EffectiveMwExplanation {
  const { facts, site, terms } = each
  const a = terms.assumptions
  const { energizedMw, plannedMw, queueMw } = site.numbers
  const claimedMw = Math.max(...[energizedMw[0], plannedMw[0], queueMw[0]].map((mw) => mw || 0))
  const result = effectiveMw(
    strategy,
    {
      claimedMw: claimedMw > 0 ? claimedMw : Number.NaN,
      evidencedMw: facts.rungLevel > 0 ? facts.mw : Number.NaN,
      firm: facts.firm,
      nMinus1: nMinus1(supplyOf(site)),
    },
    a,
  )
  const steps = result.steps.map((step) => ({
    ...step,
    label: labelOf(step.id, strategy),
    constraint: constraintOf(step, each, strategy),
    source: sourceOf(step, strategy),
  }))
  const { leastMw, mostMw } = result
  return { strategy, steps, leastMw, mostMw, sentence: sentenceOf(steps, leastMw, mostMw, strategy) }
}

function supplyOf(site: SiteColumns): SubstationSupply {
  const { feeds, feedMw, transformers, transformerMva } = site.numbers
  const known = (values: Float64Array) => values[0] ?? Number.NaN
  return {
    feeds: known(feeds),
    feedMw: known(feedMw),
    transformers: known(transformers),
    transformerMva: known(transformerMva),
  }
}

function labelOf(id: EffectiveMwStepId, strategy: Strategy): string {
  switch (id) {
    case 'claimed':
      return 'Claimed'
    case 'evidenced':
      return 'Evidenced'
    case 'firm':
      return 'Firm'
    case 'n_minus_1':
      return 'One feed out (N−1)'
    case 'cooling':
      return strategy === 'mine' ? 'At the miners' : 'After cooling'
    case 'margin':
      return strategy === 'mine' ? 'Peak margin' : 'Critical IT'
  }
}

function constraintOf({ id, state, mostMw }: EffectiveMwStep, each: SiteCase, strategy: Strategy): string {
  const { facts, site, terms } = each
  const a = terms.assumptions
  if (state === 'not_needed') return id === 'margin' ? 'Not needed: miners stand still at a peak' : 'Not needed to mine'
  switch (id) {
    case 'claimed':
      return Number.isNaN(mostMw)
        ? 'Not known: nobody names load megawatts'
        : 'The largest of energized, planned and queued'
    case 'evidenced':
      return state === 'open'
        ? 'Not known: nothing on file above a claim; ask for the interconnection agreement'
        : `${formatMw(facts.mw)} by evidence: ${EVIDENCE_RUNGS[facts.rungLevel] ?? 'on file'}`
    case 'firm':
      return state === 'open'
        ? 'Not known: ask the utility for the service agreement'
        : facts.firm === 1
          ? 'The service is firm'
          : `The service is ${categoryAt(site, 'serviceFirmness', 0)}: no AI use`
    case 'n_minus_1':
      return nMinus1Text(supplyOf(site))
    case 'cooling': {
      const pue = strategy === 'mine' ? 'miningPue' : 'aiPue'
      return `÷ ${formatNumber(a[pue], 2)} PUE`
    }
    case 'margin':
      return `÷ ${formatNumber(Math.max(1, a.grossToIt / a.aiPue), 2)} for peaks and redundancy, ${formatNumber(a.grossToIt, 2)} gross to IT`
  }
}

function sourceOf({ id, state }: EffectiveMwStep, strategy: Strategy): string {
  if (state === 'not_needed') return ''
  if (id === 'cooling') return ASSUMPTIONS[strategy === 'mine' ? 'miningPue' : 'aiPue'].source
  return id === 'margin' ? ASSUMPTIONS.grossToIt.source : ''
}

const UNPROVEN: Readonly<Partial<Record<EffectiveMwStepId, string>>> = {
  evidenced: 'evidence above a claim',
  firm: 'firm service',
  n_minus_1: 'supply with one feed out (N−1)',
}

function sentenceOf(
  steps: readonly EffectiveMwStepExplanation[],
  leastMw: number,
  mostMw: number,
  strategy: Strategy,
): string {
  const what = strategy === 'mine' ? 'at the miners' : 'of critical IT'
  if (Number.isNaN(mostMw)) return 'No load megawatts are known, so none can be counted.'
  if (mostMw === 0) {
    return steps.some(({ id, mostMw: left }) => id === 'firm' && left === 0)
      ? `No megawatts ${what}: the service can be interrupted.`
      : `No megawatts ${what} with one feed or transformer out (N−1): AI needs a second one, or generators.`
  }
  if (leastMw === mostMw) return `${formatMw(rounded(mostMw))} ${what}, all of it on evidence.`
  const unproven = steps.flatMap(({ id, state }) => (state === 'open' ? [UNPROVEN[id] ?? ''] : []))
  return `At most ${formatMw(rounded(mostMw))} ${what}; not proven: ${unproven.join(', ')}.`
}

function rounded(mw: number): number {
  return mw < 10 ? mw : Math.round(mw)
}
