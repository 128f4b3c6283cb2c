import { orderByScore } from '../../ranking/order-by-score.ts'

const BUCKETS = 4_096

/**
 * One value a draw, sorted, with running sums from the top. For a site that is worth `value − offset` in a draw, any
 * share, partial moment or quantile over all draws then takes one look-up instead of a pass over the draws.
 */
export class DrawTable {
  readonly draws: number
  /** From the least value to the greatest. Nobody may write to it. */
  readonly sorted: Float64Array
  readonly mean: number
  /** Mean square of the distance to the mean. */
  readonly variance: number
  readonly #low: number
  readonly #perValue: number
  /** First place whose value lies in a bucket, so that a search starts within some places of its end. */
  readonly #starts = new Uint32Array(BUCKETS + 2)
  #sums: Float64Array | null = null

  constructor(values: Float64Array) {
    this.draws = values.length
    const sorted = ascending(values)
    this.sorted = sorted
    let sum = 0
    for (let place = 0; place < this.draws; place += 1) sum += sorted[place]!
    this.mean = sum / this.draws
    let squares = 0
    for (let place = 0; place < this.draws; place += 1) squares += (sorted[place]! - this.mean) ** 2
    this.variance = squares / this.draws
    this.#low = sorted[0] ?? 0
    const span = (sorted[this.draws - 1] ?? 0) - this.#low
    // Draws that differ by next to nothing have no buckets: their number would overflow.
    const perValue = BUCKETS / span
    this.#perValue = Number.isFinite(perValue) ? perValue : 0
    let bucket = 0
    for (let place = 0; place < this.draws; place += 1) {
      const own = Math.floor((sorted[place]! - this.#low) * this.#perValue)
      for (; bucket <= own; bucket += 1) this.#starts[bucket] = place
    }
    this.#starts.fill(this.draws, bucket)
  }

  /** Place of the first value above `offset`. */
  firstAbove(offset: number): number {
    const bucket = (offset - this.#low) * this.#perValue
    if (!(bucket >= 0)) return offset >= this.#low ? this.#search(0, this.draws, offset) : 0
    if (bucket >= BUCKETS + 1) return this.draws
    const at = Math.floor(bucket)
    return this.#search(this.#starts[at]!, this.#starts[at + 1]!, offset)
  }

  /** By place, over the values from there to the top: the sum of distances to the mean, then that of their squares. */
  runningSums(): Float64Array {
    if (this.#sums !== null) return this.#sums
    const sums = new Float64Array(2 * (this.draws + 1))
    for (let place = this.draws - 1; place >= 0; place -= 1) {
      const distance = this.sorted[place]! - this.mean
      sums[2 * place] = sums[2 * place + 2]! + distance
      sums[2 * place + 1] = sums[2 * place + 3]! + distance * distance
    }
    this.#sums = sums
    return sums
  }

  /** Linear between order statistics (type 7 of Hyndman and Fan 1996). */
  quantile(share: number): number {
    const at = Math.min(1, Math.max(0, share)) * (this.draws - 1)
    const below = Math.floor(at)
    const low = this.sorted[below] ?? 0
    const high = this.sorted[Math.min(below + 1, this.draws - 1)] ?? low
    return low + (at - below) * (high - low)
  }

  #search(from: number, to: number, offset: number): number {
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.sorted[middle] ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** By the radix sort of the ranking, a third of the time that sorting numbers takes. */
function ascending(values: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > highest) highest = value
  const order = orderByScore(values.map((value) => highest - value))
  const sorted = values.map((_, place) => values[order[place]!]!)
  // A difference to the highest may round two values to one.
  for (let place = 1; place < sorted.length; place += 1) {
    const value = sorted[place]!
    let at = place
    for (; at > 0 && sorted[at - 1]! > value; at -= 1) sorted[at] = sorted[at - 1]!
    sorted[at] = value
  }
  return sorted
}
