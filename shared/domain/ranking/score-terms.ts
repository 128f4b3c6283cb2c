import { CRITERIA } from './criteria.ts'
import type { Ruler } from './ruler.ts'

/**
 * A ruler as arrays, by position in CRITERIA: a criterion's share is (x − from) · slope, with x and the bounds as
 * logarithms on a log scale. A criterion that the ruler leaves out has no points to give.
 */
export interface ScoreTerms {
  /** Points that a criterion gives at its best; all add to 100. */
  readonly weights: Float64Array
  readonly isLog: Uint8Array
  readonly from: Float64Array
  readonly slope: Float64Array
  /** From this value on a site has all of the points that value gives; no value moves them where none are given. */
  readonly fullValueUsdPerMw: number
}

const cache = new WeakMap<Ruler, ScoreTerms>()

/** Worked out once for each ruler object, which nobody may change afterwards. */
export function scoreTerms(ruler: Ruler): ScoreTerms {
  let terms = cache.get(ruler)
  if (terms === undefined) {
    terms = compile(ruler)
    cache.set(ruler, terms)
  }
  return terms
}

function compile(ruler: Ruler): ScoreTerms {
  const weights = new Float64Array(CRITERIA.length)
  const isLog = new Uint8Array(CRITERIA.length)
  const from = new Float64Array(CRITERIA.length)
  const slope = new Float64Array(CRITERIA.length)
  let fullValueUsdPerMw = Number.NEGATIVE_INFINITY
  for (const { id, weight, worst, best, scale } of ruler.criteria) {
    const index = CRITERIA.indexOf(id)
    weights[index] = 100 * weight
    isLog[index] = scale === 'log' ? 1 : 0
    from[index] = scale === 'log' ? Math.log(worst) : worst
    slope[index] = scale === 'log' ? 1 / Math.log(best / worst) : 1 / (best - worst)
    if (id === 'value' && weight > 0) fullValueUsdPerMw = best
  }
  return { weights, isLog, from, slope, fullValueUsdPerMw }
}
