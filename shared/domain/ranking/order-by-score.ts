const BITS = 11
const BUCKETS = 1 << BITS
const PASSES = 3

/**
 * Rows by score, highest first, equal scores in row order. Scores are finite and not negative.
 * A stable radix sort on single-precision keys brings rows almost into place, one insertion pass on the full
 * scores makes the order exact; a catalog of nearly equal scores goes to a comparison sort instead.
 */
export function orderByScore(score: Float64Array): Uint32Array {
  const count = score.length
  let order = new Uint32Array(count)
  let spare = new Uint32Array(count)
  const keys = new Uint32Array(new Float32Array(score).buffer)
  const counts = new Uint32Array(BUCKETS)
  for (let row = 0; row < count; row += 1) order[row] = row
  for (let pass = 0; pass < PASSES; pass += 1) {
    const shift = pass * BITS
    counts.fill(0)
    for (let row = 0; row < count; row += 1) counts[bucket(keys[row] ?? 0, shift)]! += 1
    let start = 0
    for (let each = 0; each < BUCKETS; each += 1) {
      const size = counts[each] ?? 0
      counts[each] = start
      start += size
    }
    for (let index = 0; index < count; index += 1) {
      const row = order[index] ?? 0
      const each = bucket(keys[row] ?? 0, shift)
      spare[counts[each]!++] = row
    }
    ;[order, spare] = [spare, order]
  }
  return settle(order, score)
}

/** Inverted, so that the highest key comes first. */
function bucket(key: number, shift: number): number {
  return (~key >>> shift) & (BUCKETS - 1)
}

function settle(order: Uint32Array, score: Float64Array): Uint32Array {
  let moves = 0
  const mostMoves = 8 * order.length + 1_000
  for (let index = 1; index < order.length; index += 1) {
    const row = order[index] ?? 0
    const value = score[row] ?? 0
    let at = index
    while (at > 0 && (score[order[at - 1] ?? 0] ?? 0) < value) {
      order[at] = order[at - 1] ?? 0
      at -= 1
      moves += 1
    }
    order[at] = row
    if (moves > mostMoves) return order.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b)
  }
  return order
}
