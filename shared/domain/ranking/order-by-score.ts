const BITS = 11
const BUCKETS = 1 << BITS
const MOST_KEY = BUCKETS * BUCKETS - 1

/**
 * Rows by score, highest first, equal scores in row order. Scores are finite and not negative.
 * A stable radix sort on keys of 22 bits, in two passes, brings rows almost into place; one insertion pass on the full
 * scores makes the order exact. A catalog of nearly equal scores goes to a comparison sort instead.
 */
export function orderByScore(score: Float64Array): Uint32Array {
  const count = score.length
  let highest = 0
  for (let row = 0; row < count; row += 1) if (score[row]! > highest) highest = score[row]!
  const scale = highest > 0 ? Math.min(Number.MAX_VALUE, MOST_KEY / highest) : 0
  const keys = new Uint32Array(count)
  const low = new Uint32Array(BUCKETS)
  const high = new Uint32Array(BUCKETS)
  for (let row = 0; row < count; row += 1) {
    // Turned round, so that the highest score comes first.
    const key = MOST_KEY - Math.min(MOST_KEY, Math.floor(score[row]! * scale))
    keys[row] = key
    low[key & (BUCKETS - 1)]! += 1
    high[key >>> BITS]! += 1
  }
  toStarts(low)
  toStarts(high)
  const half = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) half[low[keys[row]! & (BUCKETS - 1)]!++] = row
  const order = new Uint32Array(count)
  for (let index = 0; index < count; index += 1) {
    const row = half[index]!
    order[high[keys[row]! >>> BITS]!++] = row
  }
  return settle(order, score)
}

/** Turns how many there are of each kind into where each kind begins. */
function toStarts(counts: Uint32Array): void {
  let start = 0
  for (let kind = 0; kind < counts.length; kind += 1) {
    const size = counts[kind]!
    counts[kind] = start
    start += size
  }
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
