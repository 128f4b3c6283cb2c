import type { PreferenceFunction } from './preference-function.ts'
import { promethee2 } from './promethee-2.ts'
import { kendall, rankSimilarityWs, spearman } from './rank-similarity.ts'
import { sharedRanks } from './shared-ranks.ts'
import { topsis } from './topsis.ts'
import { weightedSum } from './weighted-sum.ts'

/** One criterion of a site as the ruler scores it. */
export interface ScoredCriterion {
  /** 0 to 1, NaN where unknown. */
  readonly utility: number
  readonly weight: number
}

/** Ranks of the same sites by three accepted methods, in the order the sites came. */
export interface SecondOpinion {
  readonly weightedSum: readonly number[]
  readonly topsis: readonly number[]
  readonly promethee2: readonly number[]
  /** Whether every method puts the same sites first. */
  readonly agreesOnFirst: boolean
  /** How alike each order is to that of the weighted sum, at most 1; places near the top count most. NaN for one site. */
  readonly similarity: { readonly topsis: number; readonly promethee2: number }
  /** Rank correlations with the weighted sum, -1 to 1. */
  readonly agreement: { readonly topsis: Agreement; readonly promethee2: Agreement }
  /** True for each site that the methods put far apart: a fifth of the list, and more than two places. */
  readonly isDisputed: readonly boolean[]
}

export interface Agreement {
  readonly spearman: number
  readonly kendall: number
}

/** On the ruler's scale, a twentieth of a criterion does not count and half of it counts in full. */
const PREFERENCE: PreferenceFunction = { type: 'linear', q: 0.05, p: 0.5 }

/**
 * Would another accepted method pick the same site? Unlike the ruler's own score, TOPSIS and PROMETHEE II compare the
 * sites with each other, so their orders hold for this list alone. All sites have the same criteria with the same
 * weights; an unknown counts as its worst, as in the score.
 * @throws RangeError when the weights are negative or all 0.
 */
export function secondOpinion(sites: readonly (readonly ScoredCriterion[])[]): SecondOpinion {
  const criteria = sites[0] ?? []
  const values = sites.map((site) => site.map(({ utility }) => (Number.isNaN(utility) ? 0 : utility)))
  const weights = criteria.map(({ weight }) => weight)
  const matrix = { values, weights, directions: criteria.map(() => 'max' as const) }
  const onRuler = criteria.map(({ weight }) => ({ direction: 'max' as const, weight, low: 0, high: 1 }))
  const byScore = sharedRanks(weightedSum(values, onRuler).map((score) => score.worst))
  const byTopsis = sharedRanks(topsis(matrix, 'vector'))
  const flows = promethee2(
    matrix,
    criteria.map(() => PREFERENCE),
  )
  const byFlow = sharedRanks(flows.net)
  return {
    weightedSum: byScore,
    topsis: byTopsis,
    promethee2: byFlow,
    agreesOnFirst: [byTopsis, byFlow].every((order) =>
      byScore.every((rank, site) => (rank === 1) === (order[site] === 1)),
    ),
    agreement: { topsis: agreement(byScore, byTopsis), promethee2: agreement(byScore, byFlow) },
    isDisputed: byScore.map((rank, site) => {
      const ranks = [rank, byTopsis[site] ?? rank, byFlow[site] ?? rank]
      return Math.max(...ranks) - Math.min(...ranks) > Math.max(2, byScore.length / 5)
    }),
    similarity: { topsis: rankSimilarityWs(byScore, byTopsis), promethee2: rankSimilarityWs(byScore, byFlow) },
  }
}

function agreement(reference: readonly number[], other: readonly number[]): Agreement {
  return { spearman: spearman(reference, other), kendall: kendall(reference, other) }
}
