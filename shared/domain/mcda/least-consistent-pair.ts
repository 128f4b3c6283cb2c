/** The judgment that fits the others least. */
export interface LeastConsistentPair {
  readonly row: number
  readonly column: number
  /** The ratio as judged, and the ratio that the weights of all judgments imply. */
  readonly judged: number
  readonly implied: number
}

/** The pair whose judged ratio is farthest from what the weights imply; null where all fit. */
export function leastConsistentPair(
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
): LeastConsistentPair | null {
  let worst: LeastConsistentPair | null = null
  let farthest = 1e-9
  for (let row = 0; row < matrix.length; row += 1) {
    for (let column = row + 1; column < matrix.length; column += 1) {
      const judged = matrix[row]?.[column] ?? 1
      const implied = (weights[row] ?? 1) / (weights[column] ?? 1)
      const distance = Math.abs(Math.log(judged / implied))
      if (distance <= farthest) continue
      farthest = distance
      worst = { row, column, judged, implied }
    }
  }
  return worst
}
