import { OUTSIDE, rowPxOf } from './screen-places.ts'

/** A band's pixels, four bytes each, are to stay in a processor's second cache while its markers are stamped. */
const BAND_BYTES = 750_000
/** Lower ones would cut too many markers in two. */
const LEAST_BAND_PX = 64

/**
 * Horizontal bands of a canvas and the markers that reach into each. Markers in rank order jump about on the whole
 * canvas, which no cache holds; band by band they are stamped in less time, most of all beside busy neighbours. Which
 * bands a marker reaches changes with the view, so a frame only deals the ranked rows out.
 */
export class MarkerBands {
  readonly count: number
  readonly heightPx: number
  readonly #first: Uint16Array
  readonly #last: Uint16Array
  /** Where each band's rows begin in `#rows` when none is left out. */
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #rows: Int32Array

  /**
   * @param places from `screenPlaces`
   * @param reaches pixels that a row's marker reaches up and down from its middle
   */
  constructor(places: Int32Array, reaches: Uint16Array, width: number, height: number) {
    this.heightPx = Math.max(LEAST_BAND_PX, Math.floor(BAND_BYTES / (width * 4)))
    this.count = Math.ceil(height / this.heightPx)
    // A row that reaches none has its first past its last.
    this.#first = new Uint16Array(reaches.length).fill(1)
    this.#last = new Uint16Array(reaches.length)
    this.#starts = new Int32Array(this.count + 1)
    for (let row = 0; row < Math.min(places.length, reaches.length); row += 1) {
      const place = places[row]!
      if (place === OUTSIDE) continue
      const top = rowPxOf(place) - reaches[row]!
      const bottom = rowPxOf(place) + reaches[row]!
      if (bottom < 0 || top >= height) continue
      this.#first[row] = Math.floor(Math.max(0, top) / this.heightPx)
      this.#last[row] = Math.floor(Math.min(height - 1, bottom) / this.heightPx)
      for (let band = this.#first[row]!; band <= this.#last[row]!; band += 1) this.#starts[band + 1]! += 1
    }
    for (let band = 0; band < this.count; band += 1) this.#starts[band + 1]! += this.#starts[band]!
    this.#ends = new Int32Array(this.count)
    this.#rows = new Int32Array(this.#starts[this.count]!)
  }

  /** Deals the rows out to their bands in this order. @param visible 1 = shown, per row; null = all */
  deal(order: ArrayLike<number>, visible: Uint8Array | null): void {
    const [firsts, lasts, ends, rows] = [this.#first, this.#last, this.#ends, this.#rows]
    ends.set(this.#starts.subarray(0, this.count))
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at]!
      if (visible && visible[row] !== 1) continue
      const last = lasts[row]!
      for (let band = firsts[row]!; band <= last; band += 1) {
        const end = ends[band]!
        rows[end] = row
        ends[band] = end + 1
      }
    }
  }

  /** The rows of a band in the order they were dealt. */
  rowsOf(band: number): Int32Array {
    return this.#rows.subarray(this.#starts[band]!, this.#ends[band]!)
  }
}
