import { orderByScore } from '../ranking/order-by-score.ts'
import { countInversions } from '../statistics/count-inversions.ts'
import { pairedError } from './paired-error.ts'
import { SpreadBuilder } from './spread-builder.ts'
import type { Spread } from './uncertainty.ts'

const TOP = 10
const SCORES_PER_STEP = 20_000

/** Scores of all sites in all draws, and the ranks that follow. A site is known by its place here, not by its row. */
export class RankTally {
  readonly #count: number
  readonly #draws: number
  /** Draw by draw; the scores of a draw give way to its ranks. Single precision: half the memory, and no rank needs more. */
  readonly #table: Float32Array
  readonly #first: Uint32Array
  /** Pairs of antithetic draws in both of which a site is first. */
  readonly #firstInBoth: Uint32Array
  readonly #topTen: Uint32Array
  readonly #ahead: Float64Array
  #tauSum = 0

  constructor(count: number, draws: number) {
    this.#count = count
    this.#draws = draws
    this.#table = new Float32Array(count * draws)
    this.#first = new Uint32Array(count)
    this.#firstInBoth = new Uint32Array(count)
    this.#topTen = new Uint32Array(count)
    this.#ahead = new Float64Array(count)
  }

  scores(place: number, scores: Float64Array): void {
    for (let draw = 0; draw < this.#draws; draw += 1) this.#table[draw * this.#count + place] = scores[draw] ?? 0
  }

  /** Ranks every draw; `baseOrder` holds the places by the scenario's own rank. Yields the share done. */
  *rankAll(baseOrder: Uint32Array): Generator<number, void, void> {
    const scores = new Float64Array(this.#count)
    const baseIndex = new Uint32Array(this.#count)
    baseOrder.forEach((place, index) => {
      baseIndex[place] = index
    })
    let pending = 0
    let firstBefore = -1
    for (let draw = 0; draw < this.#draws; draw += 1) {
      const table = this.#table.subarray(draw * this.#count, (draw + 1) * this.#count)
      scores.set(table)
      this.#compareNeighbours(baseOrder, scores)
      const order = orderByScore(scores)
      const first = order[0] ?? -1
      if (draw % 2 === 1 && first >= 0 && first === firstBefore) this.#firstInBoth[first]! += 1
      firstBefore = first
      const inversions = countInversions(order.map((place) => baseIndex[place] ?? 0))
      this.#tauSum += this.#count < 2 ? 1 : 1 - (4 * inversions) / (this.#count * (this.#count - 1))
      order.forEach((place, index) => {
        table[place] = index + 1
        if (index === 0) this.#first[place]! += 1
        if (index < TOP) this.#topTen[place]! += 1
      })
      pending += this.#count
      if (pending < SCORES_PER_STEP) continue
      pending = 0
      yield (draw + 1) / this.#draws
    }
  }

  #compareNeighbours(baseOrder: Uint32Array, scores: Float64Array): void {
    for (let index = 0; index + 1 < this.#count; index += 1) {
      const place = baseOrder[index] ?? 0
      const own = scores[place] ?? 0
      const next = scores[baseOrder[index + 1] ?? 0] ?? 0
      this.#ahead[place]! += own > next ? 1 : own === next ? 0.5 : 0
    }
    // Nothing ranks below the last.
    this.#ahead[baseOrder[this.#count - 1] ?? 0]! += 1
  }

  /** `rowOf` gives the row of each place. */
  result(rowOf: Uint32Array): {
    rank: Spread
    isFirst: Float64Array
    isInTopTen: Float64Array
    aheadOfNext: Float64Array
    orderLikeness: number
    firstPlaceError: number
  } {
    const rank = new SpreadBuilder(this.#count)
    const isFirst = new Float64Array(this.#count)
    const isInTopTen = new Float64Array(this.#count)
    const aheadOfNext = new Float64Array(this.#count)
    let firstPlaceError = 0
    const ranks = new Float64Array(this.#draws)
    for (let place = 0; place < this.#count; place += 1) {
      const row = rowOf[place] ?? 0
      for (let draw = 0; draw < this.#draws; draw += 1) ranks[draw] = this.#table[draw * this.#count + place] ?? 0
      rank.set(row, ranks)
      isFirst[row] = (this.#first[place] ?? 0) / this.#draws
      firstPlaceError = Math.max(
        firstPlaceError,
        pairedError(this.#draws / 2, this.#first[place] ?? 0, this.#firstInBoth[place] ?? 0),
      )
      isInTopTen[row] = (this.#topTen[place] ?? 0) / this.#draws
      aheadOfNext[row] = (this.#ahead[place] ?? 0) / this.#draws
    }
    return { rank, isFirst, isInTopTen, aheadOfNext, orderLikeness: this.#tauSum / this.#draws, firstPlaceError }
  }
}
