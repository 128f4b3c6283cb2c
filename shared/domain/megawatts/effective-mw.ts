import type { Strategy } from '../site/strategies.ts'
import type { NMinus1 } from './n-minus-1.ts'

/** From what somebody names to what computers draw. */
export const EFFECTIVE_MW_STEPS = ['claimed', 'evidenced', 'firm', 'n_minus_1', 'cooling', 'margin'] as const

export type EffectiveMwStepId = (typeof EFFECTIVE_MW_STEPS)[number]

/** `open` where the answer is not on file: the megawatts above stand unproven, they have not passed. */
export type EffectiveMwState = 'known' | 'open' | 'not_needed'

export interface EffectiveMwStep {
  readonly id: EffectiveMwStepId
  /** What is left for certain, and what may be left at most; NaN at most where no figure is known at all. */
  readonly leastMw: number
  readonly mostMw: number
  readonly state: EffectiveMwState
}

export interface EffectiveMw {
  readonly strategy: Strategy
  readonly steps: readonly EffectiveMwStep[]
  /** Critical IT megawatts of an AI use, megawatts at the miners of a mine. */
  readonly leastMw: number
  readonly mostMw: number
}

/** What is known of a site's supply; NaN where it is not. */
export interface SupplyMw {
  readonly claimedMw: number
  /** Megawatts that stand above a claim. */
  readonly evidencedMw: number
  /** 1 firm, 0 interruptible. */
  readonly firm: number
  /** Megawatts that remain when the largest feed or transformer is out: at most, and as far as all of it is on file. */
  readonly nMinus1: NMinus1
}

export interface MwOverheads {
  /** Facility over IT energy of a mine and of an AI hall. */
  readonly miningPue: number
  readonly aiPue: number
  /** Gross megawatts per critical IT megawatt: PUE, peaks and redundancy together. */
  readonly grossToIt: number
}

/**
 * Megawatts that a strategy can use of those that are claimed. A mine runs interrupted and without a second feed;
 * every AI use, the AI part of a hybrid included, needs both. Gross-to-IT below the PUE counts as the PUE.
 */
export function effectiveMw(strategy: Strategy, supply: SupplyMw, overheads: MwOverheads): EffectiveMw {
  const isMine = strategy === 'mine'
  const steps: EffectiveMwStep[] = []
  let least = Number.isNaN(supply.claimedMw) ? 0 : supply.claimedMw
  let most = supply.claimedMw
  const add = (id: EffectiveMwStepId, state: EffectiveMwState) =>
    steps.push({ id, leastMw: least, mostMw: most, state })
  add('claimed', Number.isNaN(most) ? 'open' : 'known')

  const cap = (id: EffectiveMwStepId, limitMw: number) => {
    if (Number.isNaN(limitMw)) {
      least = 0
    } else {
      least = Math.min(least, limitMw)
      most = Math.min(most, limitMw)
    }
    add(id, Number.isNaN(limitMw) ? 'open' : 'known')
  }
  cap('evidenced', supply.evidencedMw)
  if (isMine) {
    add('firm', 'not_needed')
    add('n_minus_1', 'not_needed')
  } else {
    cap('firm', Number.isNaN(supply.firm) ? Number.NaN : supply.firm === 1 ? Number.POSITIVE_INFINITY : 0)
    const { mostMw, isKnown } = supply.nMinus1
    most = Math.min(most, mostMw)
    least = isKnown ? Math.min(least, mostMw) : 0
    add('n_minus_1', isKnown ? 'known' : 'open')
  }

  const pue = isMine ? overheads.miningPue : overheads.aiPue
  least /= pue
  most /= pue
  add('cooling', 'known')
  const margin = isMine ? 1 : Math.max(1, overheads.grossToIt / pue)
  least /= margin
  most /= margin
  add('margin', isMine ? 'not_needed' : 'known')
  return { strategy, steps, leastMw: least, mostMw: most }
}
