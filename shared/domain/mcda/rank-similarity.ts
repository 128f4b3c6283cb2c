/**
 * Pearson's correlation of two lists of ranks, -1 to 1, tied places given by equal numbers; NaN where one list is all
 * ties. Without ties it is 1 − 6·Σd² / (n³ − n). Source: Spearman 1904.
 */
export function spearman(first: readonly number[], second: readonly number[]): number {
  const meanFirst = mean(first)
  const meanSecond = mean(second)
  let covariance = 0
  let spreadFirst = 0
  let spreadSecond = 0
  first.forEach((rank, index) => {
    const a = rank - meanFirst
    const b = (second[index] ?? Number.NaN) - meanSecond
    covariance += a * b
    spreadFirst += a * a
    spreadSecond += b * b
  })
  return covariance / Math.sqrt(spreadFirst * spreadSecond)
}

/**
 * Kendall's tau-b of two lists of ranks, -1 to 1: pairs in the same order less pairs in opposite order, ties left out;
 * NaN where one list is all ties. Source: Kendall 1945.
 */
export function kendall(first: readonly number[], second: readonly number[]): number {
  let agreement = 0
  let untiedFirst = 0
  let untiedSecond = 0
  for (let i = 0; i < first.length; i += 1) {
    for (let j = i + 1; j < first.length; j += 1) {
      const a = Math.sign((first[i] ?? 0) - (first[j] ?? 0))
      const b = Math.sign((second[i] ?? 0) - (second[j] ?? 0))
      agreement += a * b
      untiedFirst += Math.abs(a)
      untiedSecond += Math.abs(b)
    }
  }
  return agreement / Math.sqrt(untiedFirst * untiedSecond)
}

/**
 * Spearman's correlation that counts a difference near the top of either list more; both hold ranks 1 to n.
 * Source: Pinto da Costa and Soares 2005.
 */
export function weightedSpearman(first: readonly number[], second: readonly number[]): number {
  const n = first.length
  const sum = first.reduce((total, a, index) => {
    const b = second[index] ?? Number.NaN
    return total + (a - b) ** 2 * (n - a + 1 + (n - b + 1))
  }, 0)
  return 1 - (6 * sum) / (n ** 4 + n ** 3 - n ** 2 - n)
}

/**
 * Similarity of an order to a reference, 0 to 1, where places near the top of the reference count most: it is not the
 * same with both exchanged. Both hold ranks 1 to n, n at least 2. Source: Sałabun and Urbaniak 2020.
 */
export function rankSimilarityWs(reference: readonly number[], other: readonly number[]): number {
  const n = reference.length
  return reference.reduce((similarity, rank, index) => {
    const moved = Math.abs(rank - (other[index] ?? Number.NaN))
    return similarity - (2 ** -rank * moved) / Math.max(rank - 1, n - rank)
  }, 1)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
