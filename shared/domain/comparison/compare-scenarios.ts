import type { SiteColumns } from '../../columns/site-columns.ts'
import { rankSites } from '../ranking/rank-sites.ts'
import type { Ranking } from '../ranking/ranking.ts'
import { RULER, type Ruler } from '../ranking/ruler.ts'
import type { AssumptionKey } from '../scenario/assumption-defs.ts'
import type { Scenario } from '../scenario/resolve-scenario.ts'
import { STRATEGIES } from '../site/strategies.ts'
import { type AssumptionDifference, assumptionDifferences } from './assumption-differences.ts'
import { type Attribution, shapleyCoalitions } from './coalitions.ts'

/** What each differing assumption adds to a change, in the order of the differences; together they are the change. */
export interface AttributedChange {
  /** By row; NaN where there is nothing to measure. */
  readonly total: Float64Array
  /** By difference, then by row. */
  readonly parts: readonly Float64Array[]
}

/** Two scenarios over the same sites. */
export interface ScenarioComparison {
  readonly from: Ranking
  readonly to: Ranking
  readonly differences: readonly AssumptionDifference[]
  readonly attribution: Attribution
  /**
   * $ per gross MW. Where the verdict flips: the lead of the later verdict over the earlier one, no use counting as
   * zero. Where it stays: the value of the verdict; NaN where no use pays under either.
   */
  readonly value: AttributedChange
  /** 1 where the verdict flips. It explains what a lead cannot: a strategy that a gate closed or opened. */
  readonly flip: AttributedChange
  /** Places lost; negative where the site moves up. */
  readonly rank: AttributedChange
}

const NONE = STRATEGIES.length
const SEED = 1

/**
 * Ranks under both scenarios and under mixtures of them, and says what each assumption that differs has to do with
 * each site's change: its Shapley value, the mean over the orders in which the assumptions can go over from one
 * scenario to the other. Yields the share of the work that is done.
 */
export function* compareInSteps(
  columns: SiteColumns,
  from: Scenario,
  to: Scenario,
  ruler: Ruler = RULER,
  seed: number = SEED,
): Generator<number, ScenarioComparison, void> {
  const differences = assumptionDifferences(from.assumptions, to.assumptions)
  const { coalitions, attribution } = shapleyCoalitions(differences.length, seed)
  const [before, after] = [rankSites(columns, from, ruler), rankSites(columns, to, ruler)]
  const value = emptyChange(columns.count, differences.length)
  const flip = emptyChange(columns.count, differences.length)
  const rank = emptyChange(columns.count, differences.length)
  for (let row = 0; row < columns.count; row += 1) {
    value.total[row] = decisionValue(after, before, after, row) - decisionValue(before, before, after, row)
    flip.total[row] = before.verdict[row] === after.verdict[row] ? 0 : 1
    rank.total[row] = (after.rank[row] ?? 0) - (before.rank[row] ?? 0)
  }
  for (const [index, { members, weights }] of coalitions.entries()) {
    const size = members.filter(Boolean).length
    const mixed =
      size === 0
        ? before
        : size === members.length
          ? after
          : rankSites(columns, mixture(from, to, differences, members), ruler)
    for (let player = 0; player < members.length; player += 1) {
      const weight = weights[player] ?? 0
      if (weight === 0) continue
      const [valuePart, flipPart, rankPart] = [value.parts[player], flip.parts[player], rank.parts[player]]
      if (!valuePart || !flipPart || !rankPart) continue
      for (let row = 0; row < columns.count; row += 1) {
        valuePart[row]! += weight * decisionValue(mixed, before, after, row)
        if (flip.total[row] === 1 && mixed.verdict[row] === after.verdict[row]) flipPart[row]! += weight
        rankPart[row]! += weight * (mixed.rank[row] ?? 0)
      }
    }
    yield (index + 1) / coalitions.length
  }
  return { from: before, to: after, differences, attribution, value, flip, rank }
}

/** The same in one go. */
export function compareScenarios(...args: Parameters<typeof compareInSteps>): ScenarioComparison {
  const steps = compareInSteps(...args)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** What decides a site between two rankings, valued under a third one, $ per gross MW. */
export function decisionValue(under: Ranking, before: Ranking, after: Ranking, row: number): number {
  const [earlier, later] = [before.verdict[row] ?? NONE, after.verdict[row] ?? NONE]
  if (earlier === later) return later === NONE ? Number.NaN : strategyValue(under, later, row)
  return strategyValue(under, later, row) - strategyValue(under, earlier, row)
}

/** The value of a verdict; no use at all is worth nothing. */
function strategyValue(ranking: Ranking, verdict: number, row: number): number {
  const strategy = STRATEGIES[verdict]
  return strategy === undefined ? 0 : (ranking.npvUsdPerMw[strategy][row] ?? Number.NaN)
}

function mixture(
  from: Scenario,
  to: Scenario,
  differences: readonly AssumptionDifference[],
  members: readonly boolean[],
): Scenario {
  const changed: Partial<Record<AssumptionKey, number>> = {}
  for (const [index, difference] of differences.entries()) if (members[index]) changed[difference.key] = difference.to
  return { ...from, label: `${from.label} to ${to.label}`, assumptions: { ...from.assumptions, ...changed } }
}

function emptyChange(count: number, players: number): AttributedChange {
  return {
    total: new Float64Array(count),
    parts: Array.from({ length: players }, () => new Float64Array(count)),
  }
}
