import { formatAssumption } from '../../format/format-assumption.ts'
import { formatPercent } from '../../format/format-quantity.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import { STRATEGIES, VERDICTS, type Verdict } from '../site/strategies.ts'
import type { AssumptionDifference } from './assumption-differences.ts'
import { type AttributedChange, decisionValue, type ScenarioComparison } from './compare-scenarios.ts'

/** An assumption that differs, with its share of a site's change; below zero where it works against the change. */
export interface Cause extends AssumptionDifference {
  readonly share: number
}

export type ComparedChange = 'flip' | 'rank' | 'value' | 'none'

/** One site under two scenarios. */
export interface SiteComparison {
  readonly row: number
  readonly verdict: readonly [from: Verdict, to: Verdict]
  readonly rank: readonly [from: number, to: number]
  /** Value of the verdict, $ per gross MW; NaN where no use pays. */
  readonly valueUsdPerMw: readonly [from: number, to: number]
  /** What the causes explain: the flip of the verdict, else the move of the rank, else the change of the value. */
  readonly explained: ComparedChange
  /** The strongest first. */
  readonly causes: readonly Cause[]
}

/** Shares below this are not worth a place in a sentence. */
const WORTH_TELLING = 0.05
const MOST_TOLD = 3

export function siteComparison(comparison: ScenarioComparison, row: number): SiteComparison {
  const { from, to, differences } = comparison
  const verdict = [verdictOf(from.verdict[row]), verdictOf(to.verdict[row])] as const
  const rank = [from.rank[row] ?? 0, to.rank[row] ?? 0] as const
  const valueUsdPerMw = [valueOfVerdict(comparison.from, row), valueOfVerdict(comparison.to, row)] as const
  const isFlip = verdict[0] !== verdict[1]
  const explained = isFlip ? 'flip' : rank[0] !== rank[1] ? 'rank' : comparison.value.total[row] ? 'value' : 'none'
  const change = changeBehind(comparison, explained, row)
  const causes =
    change === null
      ? []
      : differences
          .map((difference, index) => ({
            ...difference,
            share: (change.parts[index]?.[row] ?? 0) / (change.total[row] ?? 1),
          }))
          .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
  return { row, verdict, rank, valueUsdPerMw, explained: change === null ? 'none' : explained, causes }
}

/** What became of a site and why, in one sentence. */
export function comparisonSentence({ verdict, rank, explained, causes }: SiteComparison): string {
  const [from, to] = verdict
  const head =
    explained === 'flip'
      ? `Flips from ${WORDS[from]} to ${WORDS[to]}`
      : `${from === 'none' ? 'Stays without a use that pays' : `Stays ${WORDS[from]}`}${moved(rank)}`
  const told = causes.filter((cause) => Math.abs(cause.share) >= WORTH_TELLING).slice(0, MOST_TOLD)
  if (told.length === 0) return `${head}.`
  const change = explained === 'rank' ? 'the move' : 'the change'
  const clauses = told.map((cause, index) => {
    const { label } = ASSUMPTIONS[cause.key]
    const subject = `${label} ${changeText(cause)}`
    if (cause.share < 0) return `${subject} works against it by ${formatPercent(-cause.share)}`
    return `${subject} explains ${formatPercent(cause.share)}${index === 0 ? ` of ${change}` : ''}`
  })
  return `${head}: ${clauses.join(', ')}.`
}

/** "102 → 152 T" */
export function changeText({ key, from, to }: AssumptionDifference): string {
  const def = ASSUMPTIONS[key]
  return `${formatAssumption(def, from)} → ${formatAssumption(def, to)}`
}

const WORDS: Readonly<Record<Verdict, string>> = {
  mine: 'mining',
  lease: 'lease',
  cloud: 'own GPUs',
  colo: 'colocation',
  hybrid: 'hybrid',
  none: 'no use that pays',
}

function moved([from, to]: readonly [number, number]): string {
  if (from === to) return `, rank ${to}`
  return `, rank ${from} → ${to}`
}

function changeBehind(comparison: ScenarioComparison, explained: ComparedChange, row: number): AttributedChange | null {
  const { from, to, value, flip, rank } = comparison
  if (explained === 'none') return null
  if (explained === 'rank') return rank
  const isWhole = Boolean(value.total[row]) && value.parts.every((part) => Number.isFinite(part[row]))
  if (explained === 'value') return isWhole ? value : null
  // A verdict that led already under the earlier scenario was held back by a gate and not by its value.
  const wasBehind = decisionValue(from, from, to, row) <= 0 && decisionValue(to, from, to, row) >= 0
  return isWhole && wasBehind ? value : flip
}

function verdictOf(index: number | undefined): Verdict {
  return VERDICTS[index ?? STRATEGIES.length] ?? 'none'
}

function valueOfVerdict(ranking: ScenarioComparison['from'], row: number): number {
  const strategy = STRATEGIES[ranking.verdict[row] ?? STRATEGIES.length]
  return strategy === undefined ? Number.NaN : (ranking.npvUsdPerMw[strategy][row] ?? Number.NaN)
}
