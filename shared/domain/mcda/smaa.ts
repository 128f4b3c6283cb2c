import type { RandomStreams } from '../statistics/random-streams.ts'
import type { AcceptabilityTally } from './acceptability-tally.ts'
import { drawSmaa } from './smaa-draws.ts'
import type { SmaaResult } from './smaa-result.ts'
import { tallyThreeCriteria } from './smaa-three-criteria.ts'
import { tallyTwoCriteria } from './smaa-two-criteria.ts'
import { tightened, type WeightSpace, weightSpaceProblem } from './weight-space.ts'

export interface SmaaInput {
  /** One a site, unlike each other: they key a site's own random numbers. */
  readonly siteIds: readonly string[]
  /** Least and greatest utility of each site on each criterion; the same number where the value is known. */
  readonly low: readonly (readonly number[])[]
  readonly high: readonly (readonly number[])[]
  readonly space: WeightSpace
}

/** The most sites whose shares are worked out exactly; beyond, drawing is quicker. */
const MOST_SITES_EXACT = { two: 100, three: 16 } as const

/**
 * Stochastic multicriteria acceptability: which weights put which site on which rank under a weighted sum. Exact for
 * known values on two or three criteria and few sites, else from `draws` draws (standard error of a share at most
 * 0.5 / √draws). Memory grows with the square of the sites. Source: Lahdelma and Salminen 2001 (SMAA-2).
 * @throws RangeError when no weights lie in the space.
 */
export function smaa(input: SmaaInput, draws: number, streams: RandomStreams): SmaaResult {
  const problem = weightSpaceProblem(input.space)
  if (problem !== null) throw new RangeError(problem)
  const tally = exactTally(input)
  if (tally === null) return drawSmaa(input, draws, streams)
  const centralWeights = tally.centralWeights()
  return {
    rankAcceptability: tally.rankAcceptability(),
    centralWeights,
    // The weights that put a site first are convex: with certain values their middle does so too.
    confidenceFactors: centralWeights.map((weights) => (weights === null ? null : 1)),
    draws: 0,
  }
}

function exactTally(input: SmaaInput): AcceptabilityTally | null {
  const isCertain = input.low.every((row, site) => row.every((value, index) => value === input.high[site]?.[index]))
  const space = tightened(input.space)
  // A space without room has no size to take shares of.
  if (!isCertain || space.some(({ low, high }) => high - low < 1e-9)) return null
  const [first] = space
  if (space.length === 2 && first && input.low.length <= MOST_SITES_EXACT.two) return tallyTwoCriteria(input.low, first)
  if (space.length === 3 && input.low.length <= MOST_SITES_EXACT.three) return tallyThreeCriteria(input.low, space)
  return null
}
