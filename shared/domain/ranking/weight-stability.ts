import { smaa } from '../mcda/smaa.ts'
import { uniformSimplex, type WeightSpace } from '../mcda/weight-space.ts'
import { randomStreams } from '../statistics/random-streams.ts'

/** How far the weights are in doubt: not at all agreed on, or within half of the ruler's own either way. */
export const WEIGHT_DOUBTS = ['any', 'half'] as const

export type WeightDoubt = (typeof WEIGHT_DOUBTS)[number]

export interface StabilityRequest {
  readonly siteIds: readonly string[]
  /** Utilities of each site on each criterion, see `siteUtilities`. */
  readonly low: readonly (readonly number[])[]
  readonly high: readonly (readonly number[])[]
  /** The ruler's, adding to 1. */
  readonly weights: readonly number[]
  readonly doubt: WeightDoubt
  readonly draws: number
}

/** How one site of a shortlist fares when the weights are in doubt. */
export interface WeightStability {
  readonly siteId: string
  /** Shares of the weights that put it first and among the first ten. */
  readonly first: number
  readonly topTen: number
  /** Share of the weights that puts it on each rank of the shortlist. */
  readonly ranks: readonly number[]
  /** The middle of the weights that put it first; null where none does. */
  readonly centralWeights: readonly number[] | null
  /** How probably it is first at those weights, its unknowns considered; null without them. */
  readonly confidence: number | null
  /** Under the ruler's own weights: its unknowns at their best reach what the others have at their worst. */
  readonly couldBeFirst: boolean
}

const SEED = 1

/** Stability of a shortlist's order under doubtful weights, by SMAA; input order changes nothing but the order. */
export function weightStability(request: StabilityRequest): readonly WeightStability[] {
  const { siteIds, low, high, weights, doubt, draws } = request
  if (siteIds.length === 0) return []
  const result = smaa({ siteIds, low, high, space: weightSpace(weights, doubt) }, draws, randomStreams(SEED))
  const scoreOf = (utilities: readonly number[] = []) =>
    utilities.reduce((sum, utility, index) => sum + utility * (weights[index] ?? 0), 0)
  const worst = low.map(scoreOf)
  const leaders = worst.toSorted((a, b) => b - a)
  return siteIds.map((siteId, site) => {
    const ranks = [...(result.rankAcceptability[site] ?? [])]
    const central = result.centralWeights[site] ?? null
    // A site need not beat itself.
    const toBeat = worst[site] === leaders[0] ? (leaders[1] ?? 0) : (leaders[0] ?? 0)
    return {
      siteId,
      first: ranks[0] ?? 0,
      topTen: ranks.slice(0, 10).reduce((sum, share) => sum + share, 0),
      ranks,
      centralWeights: central === null ? null : [...central],
      confidence: result.confidenceFactors[site] ?? null,
      couldBeFirst: scoreOf(high[site]) >= toBeat,
    }
  })
}

function weightSpace(weights: readonly number[], doubt: WeightDoubt): WeightSpace {
  if (doubt === 'any') return uniformSimplex(weights.length)
  return weights.map((weight) => ({ low: 0.5 * weight, high: Math.min(1, 1.5 * weight) }))
}
