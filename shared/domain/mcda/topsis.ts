import type { DecisionMatrix } from './decision-matrix.ts'
import { normalisedWeights } from './normalised-weights.ts'

export const TOPSIS_NORMALISATIONS = ['vector', 'minmax'] as const

/** How columns are made comparable. The choice can change the winner, so it belongs to the result. */
export type TopsisNormalisation = (typeof TOPSIS_NORMALISATIONS)[number]

/**
 * Closeness of each site to an ideal one, 0 to 1: distance to the worst of every criterion over the sum of the
 * distances to the worst and to the best. 0.5 where best and worst are the same site, as with one site or identical ones.
 * Source: Hwang and Yoon 1981; Tzeng and Huang 2011.
 * @throws RangeError when the weights are negative or all 0.
 */
export function topsis(matrix: DecisionMatrix, normalisation: TopsisNormalisation): readonly number[] {
  const weights = normalisedWeights(matrix.weights)
  const toBest = new Array<number>(matrix.values.length).fill(0)
  const toWorst = new Array<number>(matrix.values.length).fill(0)
  weights.forEach((weight, index) => {
    const column = matrix.values.map((row) => row[index] ?? 0)
    const scaled = normalisation === 'vector' ? unitLength(column) : unitRange(column)
    const isMax = matrix.directions[index] === 'max'
    const highest = greatest(scaled)
    const lowest = least(scaled)
    scaled.forEach((value, site) => {
      toBest[site] = (toBest[site] ?? 0) + (weight * (value - (isMax ? highest : lowest))) ** 2
      toWorst[site] = (toWorst[site] ?? 0) + (weight * (value - (isMax ? lowest : highest))) ** 2
    })
  })
  return toBest.map((best, site) => {
    const worst = Math.sqrt(toWorst[site] ?? 0)
    const sum = worst + Math.sqrt(best)
    return sum === 0 ? 0.5 : worst / sum
  })
}

function unitLength(column: readonly number[]): readonly number[] {
  // Divided by the largest first, so that squares of huge or tiny values neither overflow nor vanish.
  const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return column
  const shares = column.map((value) => value / largest)
  const length = Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0))
  return shares.map((share) => share / length)
}

function unitRange(column: readonly number[]): readonly number[] {
  const lowest = least(column)
  const range = greatest(column) - lowest
  return column.map((value) => (range === 0 ? 0 : (value - lowest) / range))
}

function greatest(column: readonly number[]): number {
  return column.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}

function least(column: readonly number[]): number {
  return column.reduce((fewest, value) => Math.min(fewest, value), Number.POSITIVE_INFINITY)
}
