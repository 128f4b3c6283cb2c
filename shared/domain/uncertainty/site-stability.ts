import type { SiteColumns } from '../../columns/site-columns.ts'
import type { Ranking } from '../ranking/ranking.ts'
import { STRATEGIES, type Strategy, VERDICTS, type Verdict } from '../site/strategies.ts'
import { isNotSeparable, type Spread, SURE_SHARE, type Uncertainty } from './uncertainty.ts'

/** Low, middle and high of a quantity over the draws (P10, P50, P90), its mean and its standard deviation. */
export interface Range {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly mean: number
  readonly sd: number
}

/** A site ranked next to another. */
export interface Neighbour {
  readonly row: number
  readonly rank: number
  readonly name: string
  /** Share of draws in which the one of the two that ranks better scores higher. */
  readonly aheadShare: number
}

/** How sure one site's verdict and rank are; shares are fractions of the draws. */
export interface SiteStability {
  readonly draws: number
  readonly verdictHolds: number
  readonly isUnsure: boolean
  readonly verdictShare: Readonly<Record<Verdict, number>>
  /** What the verdict's strategy is worth, or the best allowed one where there is no case; USD a gross MW. */
  readonly value: Range
  readonly valueByStrategy: Readonly<Record<Strategy, Range>>
  /** P10, P50 and P90 in whole places. */
  readonly rank: Range
  readonly isFirst: number
  /** The greatest standard error of `isFirst` among all sites. */
  readonly firstPlaceError: number
  readonly isInTopTen: number
  readonly powerComes: number
  /** The next better and next worse site, where the draws do not tell them apart from this one. */
  readonly notSeparable: readonly Neighbour[]
}

/** The stability of one site; ranking and uncertainty must come from the same columns and scenario. */
export function siteStability(
  columns: SiteColumns,
  ranking: Ranking,
  uncertainty: Uncertainty,
  row: number,
): SiteStability {
  const valueByStrategy = {} as Record<Strategy, Range>
  for (const strategy of STRATEGIES) valueByStrategy[strategy] = rangeAt(uncertainty.value[strategy], row)
  const verdictShare = {} as Record<Verdict, number>
  for (const verdict of VERDICTS) verdictShare[verdict] = uncertainty.verdictShare[verdict][row] ?? 0
  const verdictHolds = uncertainty.verdictHolds[row] ?? 0
  const rank = rangeAt(uncertainty.rank, row)
  return {
    draws: uncertainty.draws,
    verdictHolds,
    verdictShare,
    isUnsure: verdictHolds < SURE_SHARE,
    value: valueByStrategy[STRATEGIES[uncertainty.decision[row] ?? 0] ?? 'mine'],
    valueByStrategy,
    rank: { ...rank, p10: Math.round(rank.p10), p50: Math.round(rank.p50), p90: Math.round(rank.p90) },
    isFirst: uncertainty.isFirst[row] ?? 0,
    firstPlaceError: uncertainty.firstPlaceError,
    isInTopTen: uncertainty.isInTopTen[row] ?? 0,
    powerComes: uncertainty.powerComes[row] ?? 0,
    notSeparable: neighbours(columns, ranking, uncertainty, row).filter(({ aheadShare }) => isNotSeparable(aheadShare)),
  }
}

function rangeAt({ p10, p50, p90, mean, sd }: Spread, row: number): Range {
  return { p10: p10[row] ?? 0, p50: p50[row] ?? 0, p90: p90[row] ?? 0, mean: mean[row] ?? 0, sd: sd[row] ?? 0 }
}

function neighbours(
  columns: SiteColumns,
  ranking: Ranking,
  uncertainty: Uncertainty,
  row: number,
): readonly Neighbour[] {
  const rank = ranking.rank[row] ?? 1
  const above = ranking.order[rank - 2]
  const below = ranking.order[rank]
  const neighbour = (other: number, otherRank: number, better: number): Neighbour => ({
    row: other,
    rank: otherRank,
    name: columns.names[other] ?? '',
    aheadShare: uncertainty.aheadOfNext[better] ?? 1,
  })
  return [
    ...(above === undefined ? [] : [neighbour(above, rank - 1, above)]),
    ...(below === undefined ? [] : [neighbour(below, rank + 1, row)]),
  ]
}
