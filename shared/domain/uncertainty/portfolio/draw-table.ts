const BUCKETS = 4_096

/** What a site's figures are read off: where its own costs lie among the draws, and what lies above them. */
export interface Tail {
  /** Share of draws that are above. */
  share: number
  /** Mean over all draws of the excess over the costs where it is positive, and of its square. */
  excess: number
  squared: number
}

/**
 * One value a draw, sorted, with running sums from the top. For a site that is worth `value − offset` in a draw, any
 * share, partial moment or quantile over all draws then takes one look-up instead of a pass over the draws.
 */
export class DrawTable {
  readonly draws: number
  readonly mean: number
  /** Mean square of the distance to the mean. */
  readonly variance: number
  readonly #sorted: Float64Array
  readonly #low: number
  readonly #perValue: number
  /** First place whose value lies in a bucket, so that a search starts within some places of its end. */
  readonly #starts = new Uint32Array(BUCKETS + 2)
  /** Sums over the places from one on to the top, of distances to the mean and of their squares. */
  #sums: Float64Array | null = null
  #squares: Float64Array | null = null

  /** Takes the values over and sorts them. */
  constructor(values: Float64Array) {
    this.draws = values.length
    this.#sorted = values.sort()
    let sum = 0
    for (let place = 0; place < this.draws; place += 1) sum += values[place] ?? 0
    this.mean = sum / this.draws
    let squares = 0
    for (let place = 0; place < this.draws; place += 1) squares += ((values[place] ?? 0) - this.mean) ** 2
    this.variance = squares / this.draws
    this.#low = values[0] ?? 0
    const span = (values[this.draws - 1] ?? 0) - this.#low
    // Draws that differ by next to nothing have no buckets: their number would overflow.
    const perValue = BUCKETS / span
    this.#perValue = Number.isFinite(perValue) ? perValue : 0
    let bucket = 0
    for (let place = 0; place < this.draws; place += 1) {
      const own = Math.floor(((values[place] ?? 0) - this.#low) * this.#perValue)
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
    return this.#search(this.#starts[at] ?? 0, this.#starts[at + 1] ?? this.draws, offset)
  }

  /** Reads the part of the draws above `offset`. */
  tail(offset: number, into: Tail): void {
    const { sums, squares } = this.#running()
    const place = this.firstAbove(offset)
    const count = this.draws - place
    const centered = offset - this.mean
    const sum = sums[place] ?? 0
    into.share = count / this.draws
    into.excess = (sum - centered * count) / this.draws
    into.squared = ((squares[place] ?? 0) - 2 * centered * sum + centered * centered * count) / this.draws
  }

  get least(): number {
    return this.#low
  }

  /** From the least to the greatest. */
  get span(): number {
    return (this.#sorted[this.draws - 1] ?? 0) - this.#low
  }

  /**
   * Writes `excess` and `squared` of the tails above evenly spaced steps from the least value to the greatest, in turn,
   * from place `to` on: `cells + 1` of each.
   */
  tails(cells: number, into: Float64Array, to: number): void {
    let place = this.draws
    let sum = 0
    let squares = 0
    for (let cell = cells; cell >= 0; cell -= 1) {
      const offset = this.#low + (cell * this.span) / cells
      for (; place > 0 && this.#sorted[place - 1]! > offset; place -= 1) {
        const distance = this.#sorted[place - 1]! - this.mean
        sum += distance
        squares += distance * distance
      }
      const count = this.draws - place
      const centered = offset - this.mean
      into[to + 2 * cell] = (sum - centered * count) / this.draws
      into[to + 2 * cell + 1] = (squares - 2 * centered * sum + centered * centered * count) / this.draws
    }
  }

  /** Linear between order statistics (type 7 of Hyndman and Fan 1996). */
  quantile(share: number): number {
    const at = Math.min(1, Math.max(0, share)) * (this.draws - 1)
    const below = Math.floor(at)
    const low = this.#sorted[below] ?? 0
    const high = this.#sorted[Math.min(below + 1, this.draws - 1)] ?? low
    return low + (at - below) * (high - low)
  }

  #search(from: number, to: number, offset: number): number {
    let low = from
    let high = to
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle] ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  #running(): { sums: Float64Array; squares: Float64Array } {
    if (this.#sums !== null && this.#squares !== null) return { sums: this.#sums, squares: this.#squares }
    const sums = new Float64Array(this.draws + 1)
    const squares = new Float64Array(this.draws + 1)
    for (let place = this.draws - 1; place >= 0; place -= 1) {
      const distance = (this.#sorted[place] ?? 0) - this.mean
      sums[place] = (sums[place + 1] ?? 0) + distance
      squares[place] = (squares[place + 1] ?? 0) + distance * distance
    }
    this.#sums = sums
    this.#squares = squares
    return { sums, squares }
  }
}
