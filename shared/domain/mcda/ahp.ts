import { type RandomIndexTable, randomIndex } from './random-index.ts'

export const AHP_METHODS = ['eigenvector', 'geometric'] as const

export type AhpMethod = (typeof AHP_METHODS)[number]

export interface AhpWeights {
  /** They add to 1. */
  readonly weights: readonly number[]
  /** Principal eigenvalue of the judgments; their number when they are wholly consistent. */
  readonly lambdaMax: number
  /** Inconsistency against that of random judgments; above 0.1 they should be made again. NaN beyond the table. */
  readonly consistencyRatio: number
}

/**
 * Weights from pairwise judgments, given as a reciprocal matrix of ratios above 0: its principal eigenvector, or the
 * geometric means of its rows. Source: Saaty 1977; Crawford and Williams 1985.
 */
export function ahp(matrix: readonly (readonly number[])[], method: AhpMethod, table: RandomIndexTable): AhpWeights {
  const size = matrix.length
  const eigenvector = principalEigenvector(matrix)
  const image = product(matrix, eigenvector)
  const lambdaMax = image.reduce((sum, value, row) => sum + value / (eigenvector[row] ?? 1), 0) / size
  // Rounding may leave it a hair below the size.
  const inconsistency = size < 3 ? 0 : Math.max(0, lambdaMax - size) / (size - 1)
  return {
    weights: method === 'eigenvector' ? eigenvector : geometricMeans(matrix),
    lambdaMax,
    consistencyRatio: size < 3 ? 0 : inconsistency / randomIndex(table, size),
  }
}

function principalEigenvector(matrix: readonly (readonly number[])[]): readonly number[] {
  // The geometric means are the eigenvector itself when the judgments are consistent, and near it otherwise.
  let vector = geometricMeans(matrix)
  for (let round = 0; round < 10_000; round += 1) {
    const next = addingToOne(product(matrix, vector))
    const change = next.reduce((most, value, row) => Math.max(most, Math.abs(value / (vector[row] ?? 1) - 1)), 0)
    vector = next
    if (change < 1e-14) break
  }
  return vector
}

function geometricMeans(matrix: readonly (readonly number[])[]): readonly number[] {
  return addingToOne(
    matrix.map((ratios) => Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)),
  )
}

function product(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return matrix.map((ratios) => ratios.reduce((sum, ratio, column) => sum + ratio * (vector[column] ?? 0), 0))
}

function addingToOne(vector: readonly number[]): readonly number[] {
  const sum = vector.reduce((total, value) => total + value, 0)
  return vector.map((value) => value / sum)
}
