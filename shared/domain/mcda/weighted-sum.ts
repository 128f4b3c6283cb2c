import type { CriterionDirection } from './criterion-direction.ts'
import { normalisedWeights } from './normalised-weights.ts'

export interface WeightedSumCriterion {
  readonly direction: CriterionDirection
  readonly weight: number
  /** Fixed ends of the scale, `low` < `high`; values outside count as the nearer end. */
  readonly low: number
  readonly high: number
}

export interface ScoreInterval {
  /** 0 to 1, unknown values at the bad end of their criterion. */
  readonly worst: number
  /** The same with unknown values at the good end. */
  readonly best: number
}

/**
 * Weighted sum of values on fixed bounds, one interval a site; NaN is an unknown value. A site's score depends on that
 * site and the criteria alone, so sites that join or leave reorder none of the others.
 * @throws RangeError when the weights are negative or all 0.
 */
export function weightedSum(
  values: readonly (readonly number[])[],
  criteria: readonly WeightedSumCriterion[],
): readonly ScoreInterval[] {
  const weights = normalisedWeights(criteria.map((criterion) => criterion.weight))
  return values.map((row) => {
    let worst = 0
    let unknown = 0
    criteria.forEach((criterion, index) => {
      const value = row[index] ?? Number.NaN
      const weight = weights[index] ?? 0
      if (Number.isNaN(value)) unknown += weight
      else worst += weight * utility(criterion, value)
    })
    return { worst, best: worst + unknown }
  })
}

function utility({ direction, low, high }: WeightedSumCriterion, value: number): number {
  const clamped = Math.min(high, Math.max(low, value))
  // Halves keep the difference of huge bounds finite.
  const share = (clamped / 2 - low / 2) / (high / 2 - low / 2)
  return direction === 'max' ? share : 1 - share
}
