import type { DecisionMatrix } from './decision-matrix.ts'
import { normalisedWeights } from './normalised-weights.ts'
import { TIE_TOLERANCE } from './shared-ranks.ts'

export interface VikorResult {
  /** Weighted sum of the distances to the best of each criterion, 0 to 1. */
  readonly groupRegret: readonly number[]
  /** The largest of those weighted distances. */
  readonly individualRegret: readonly number[]
  /** Both, scaled over the sites and mixed; the lowest is the compromise. */
  readonly compromise: readonly number[]
  /** Indices of the sites that are an acceptable compromise, best first. */
  readonly compromiseSet: readonly number[]
}

/**
 * Compromise ranking. `groupShare` is the weight of the group's regret against that of the worst criterion, 0 to 1.
 * The best site stands alone when it leads by 1 / (n − 1) and is also best in one of both regrets.
 * Source: Opricovic and Tzeng 2004, 2007.
 * @throws RangeError when the weights are negative or all 0.
 */
export function vikor(matrix: DecisionMatrix, groupShare = 0.5): VikorResult {
  const weights = normalisedWeights(matrix.weights)
  const groupRegret = new Array<number>(matrix.values.length).fill(0)
  const individualRegret = new Array<number>(matrix.values.length).fill(0)
  weights.forEach((weight, index) => {
    const column = matrix.values.map((row) => row[index] ?? 0)
    const lowest = column.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
    const highest = column.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
    if (lowest === highest) return
    column.forEach((value, site) => {
      const distance = (matrix.directions[index] === 'max' ? highest - value : value - lowest) / (highest - lowest)
      groupRegret[site] = (groupRegret[site] ?? 0) + weight * distance
      individualRegret[site] = Math.max(individualRegret[site] ?? 0, weight * distance)
    })
  })
  const group = unitRange(groupRegret)
  const individual = unitRange(individualRegret)
  const compromise = group.map((share, site) => groupShare * share + (1 - groupShare) * (individual[site] ?? 0))
  return {
    groupRegret,
    individualRegret,
    compromise,
    compromiseSet: compromiseSet(compromise, groupRegret, individualRegret),
  }
}

function unitRange(regrets: readonly number[]): readonly number[] {
  const lowest = Math.min(...regrets)
  const range = Math.max(...regrets) - lowest
  return regrets.map((regret) => (range < TIE_TOLERANCE ? 0 : (regret - lowest) / range))
}

function compromiseSet(
  compromise: readonly number[],
  groupRegret: readonly number[],
  individualRegret: readonly number[],
): readonly number[] {
  const order = compromise.map((_, site) => site).sort((a, b) => (compromise[a] ?? 0) - (compromise[b] ?? 0))
  const [best, second] = order
  if (best === undefined || second === undefined) return order
  const lead = 1 / (compromise.length - 1)
  const behind = (site: number) => (compromise[site] ?? 0) - (compromise[best] ?? 0)
  if (behind(second) < lead - TIE_TOLERANCE) return order.filter((site) => behind(site) < lead - TIE_TOLERANCE)
  const isBestIn = (regrets: readonly number[]) => (regrets[best] ?? 0) <= Math.min(...regrets) + TIE_TOLERANCE
  return isBestIn(groupRegret) || isBestIn(individualRegret) ? [best] : [best, second]
}
