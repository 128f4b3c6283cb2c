/**
 * The lower triangle L with L·Lᵀ = `matrix`, row by row, which turns independent standard normals into correlated ones.
 * @throws Error where the matrix is no correlation matrix (not positive definite).
 */
export function cholesky(matrix: readonly (readonly number[])[]): Float64Array {
  const size = matrix.length
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row]?.[column] ?? 0
      for (let k = 0; k < column; k += 1) rest -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0)
      if (row !== column) {
        lower[row * size + column] = rest / (lower[column * size + column] ?? 1)
        continue
      }
      if (!(rest > 0)) throw new Error('The correlations contradict one another.')
      lower[row * size + row] = Math.sqrt(rest)
    }
  }
  return lower
}
