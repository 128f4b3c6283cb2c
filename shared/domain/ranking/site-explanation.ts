import type { NearMiss } from '../gates/near-miss.ts'
import type { EffectiveMwExplanation } from '../megawatts/explain-effective-mw.ts'
import type { SiteFieldKey } from '../site/site-fields.ts'
import type { Strategy, Verdict } from '../site/strategies.ts'
import type { OpenQuestion } from './find-out-next.ts'
import type { Gate, GateState } from './ranking.ts'

/** The price that the valuation reads, where it is from and what it is made of. */
export interface PowerPriceExplanation {
  readonly usdPerMwh: number
  readonly source: string
  readonly isProxy: boolean
  readonly steps: readonly DerivationStep[]
  /** What the tariff costs whether power is used or not, with amounts; none of it is in the values. */
  readonly risks: readonly string[]
}

/** One line of a derivation: a quantity, its value as a user reads it, and where it comes from. */
export interface DerivationStep {
  readonly label: string
  readonly value: string
  readonly formula: string
  readonly source: string
  /** The field that holds the figure, where a site says it of itself; its source vouches for it. */
  readonly field?: SiteFieldKey
}

export interface StrategyExplanation {
  readonly strategy: Strategy
  /** NaN where it cannot be valued. */
  readonly npvUsdPerMw: number
  /** True where a failed gate takes the strategy away. */
  readonly isBlocked: boolean
  /** One sentence: what drives the value. */
  readonly summary: string
  readonly steps: readonly DerivationStep[]
}

export interface GateExplanation {
  readonly gate: Gate
  readonly label: string
  readonly state: GateState
  /** One phrase with the value and the threshold. */
  readonly why: string
  readonly threshold: string
}

export interface CriterionExplanation {
  readonly id: string
  readonly label: string
  /** As a user reads it, with unit; 'unknown' where it is not known. */
  readonly value: string
  /** 0 to 1 on the ruler, NaN where unknown. */
  readonly utility: number
  /** Share of the score, all weights add to 1. */
  readonly weight: number
  readonly bounds: string
}

/** What one number would have to be for the verdict to change. */
export interface BreakEven {
  readonly label: string
  readonly value: number
  readonly unit: string
  /** "Mining beats leasing while BTC is above $103,014". */
  readonly sentence: string
}

/** Everything that the site panel and the memo say about one site under one scenario. */
export interface SiteExplanation {
  readonly row: number
  readonly rank: number
  readonly score: number
  readonly scoreAtBest: number
  readonly verdict: Verdict
  /** The verdict in one sentence with the break-even that would change it. */
  readonly sentence: string
  readonly strategies: readonly StrategyExplanation[]
  readonly gates: readonly GateExplanation[]
  /** What it would take to open the gates that do not pass. */
  readonly nearMiss: NearMiss
  readonly criteria: readonly CriterionExplanation[]
  readonly breakEvens: readonly BreakEven[]
  readonly powerPrice: PowerPriceExplanation
  /** Claimed and evidenced side by side; NaN where unknown. */
  readonly mw: { readonly claimed: number; readonly evidenced: number; readonly basis: string }
  /** From claimed to usable megawatts, for every strategy. */
  readonly effectiveMw: readonly EffectiveMwExplanation[]
  /** Unknown inputs, the one whose answer is worth most to the decision first. */
  readonly findOutNext: readonly OpenQuestion[]
}
