/** A judgment: the first is `ratio` times as important as the second. */
export type Judgment = readonly [first: string, second: string, ratio: number]

export type PairwiseMatrixResult =
  | { readonly ok: true; readonly matrix: readonly (readonly number[])[] }
  | { readonly ok: false; readonly reason: string }

/** Reciprocal matrix of judgments about `names`; each pair is judged once. The reason is one sentence. */
export function pairwiseMatrix(names: readonly string[], judgments: readonly Judgment[]): PairwiseMatrixResult {
  const matrix = names.map((_, row) => names.map((_, column) => (row === column ? 1 : Number.NaN)))
  for (const [first, second, ratio] of judgments) {
    const row = names.indexOf(first)
    const column = names.indexOf(second)
    const unknown = row < 0 ? first : second
    if (row < 0 || column < 0) return { ok: false, reason: `"${unknown}" is compared and is not among the names.` }
    if (row === column) return { ok: false, reason: `"${first}" is compared with itself.` }
    if (!Number.isNaN(matrix[row]?.[column])) {
      return { ok: false, reason: `"${first}" and "${second}" are compared more than once.` }
    }
    ;(matrix[row] as number[])[column] = ratio
    ;(matrix[column] as number[])[row] = 1 / ratio
  }
  for (const [row, ratios] of matrix.entries()) {
    const column = ratios.findIndex(Number.isNaN)
    if (column >= 0) return { ok: false, reason: `"${names[row]}" and "${names[column]}" are not compared.` }
  }
  return { ok: true, matrix }
}
