/**
 * Kendall's rank correlation of two equally long lists, -1 to 1, corrected for ties (tau-b); NaN where one list is all ties.
 * Source: Kendall 1945. Pairs are compared one by one, for lists of up to some thousand entries.
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number {
  let concordance = 0
  let untiedInA = 0
  let untiedInB = 0
  for (let i = 0; i < a.length; i += 1) {
    for (let j = i + 1; j < a.length; j += 1) {
      const signA = Math.sign((a[i] ?? 0) - (a[j] ?? 0))
      const signB = Math.sign((b[i] ?? 0) - (b[j] ?? 0))
      concordance += signA * signB
      untiedInA += Math.abs(signA)
      untiedInB += Math.abs(signB)
    }
  }
  return concordance / Math.sqrt(untiedInA * untiedInB)
}
