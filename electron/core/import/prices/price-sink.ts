import { AppError } from '../../../../shared/contract/errors.ts'
import type { PriceRun } from '../../../../shared/domain/prices/price-series.ts'

export interface PricePoint {
  readonly run: PriceRun
  readonly name: string
  /** The market's own word for what it is: HUB, LZ, NETWORK NODE; empty where it says none. */
  readonly type: string
}

/** The prices of one node, in the order of time, one for each interval. */
export interface ReadSeries extends PricePoint {
  readonly intervalSeconds: number
  readonly starts: Uint32Array
  readonly prices: Float64Array
}

/** Prices of one file held in memory; a larger file is split. */
const MOST_PRICES = 30_000_000

/** Gathers the prices of a file by node. */
export class PriceSink {
  #count = 0
  #lastKey = ''
  #last: SeriesBuilder | undefined
  readonly #fileName: string
  readonly #series = new Map<string, SeriesBuilder>()

  constructor(fileName: string) {
    this.#fileName = fileName
  }

  /** A price whose interval begins at `start`, seconds since 1970 UTC. */
  add(run: PriceRun, name: string, type: string, start: number, seconds: number, price: number): void {
    this.#of(run, name, type, seconds, false).push(start, price)
  }

  /** A price whose interval ends at `end`; it began where the one before ended, or `seconds` earlier. */
  addEnding(run: PriceRun, name: string, type: string, end: number, seconds: number, price: number): void {
    this.#of(run, name, type, seconds, true).push(end, price)
  }

  /** The latest time of a node so far, as it was given; -Infinity where it has none. */
  latest(run: PriceRun, name: string, type: string): number {
    return this.#series.get(`${run}|${type}|${name}`)?.latest ?? -Infinity
  }

  finish(): ReadSeries[] {
    return [...this.#series.values()].map((builder) => builder.finish())
  }

  #of(run: PriceRun, name: string, type: string, seconds: number, isEnding: boolean): SeriesBuilder {
    if (++this.#count > MOST_PRICES)
      throw new AppError(
        'bad_input',
        `"${this.#fileName}" holds more than 30 million prices; split it by month and import the parts.`,
      )
    const key = `${run}|${type}|${name}`
    if (key === this.#lastKey && this.#last) return this.#last
    let builder = this.#series.get(key)
    if (!builder) {
      builder = new SeriesBuilder({ run, name, type }, seconds, isEnding)
      this.#series.set(key, builder)
    }
    this.#lastKey = key
    this.#last = builder
    return builder
  }
}

class SeriesBuilder {
  latest = -Infinity
  #length = 0
  #times = new Uint32Array(64)
  #prices = new Float64Array(64)
  #isSorted = true
  readonly #point: PricePoint
  readonly #seconds: number
  readonly #isEnding: boolean

  constructor(point: PricePoint, seconds: number, isEnding: boolean) {
    this.#point = point
    this.#seconds = seconds
    this.#isEnding = isEnding
  }

  push(time: number, price: number): void {
    if (this.#length === this.#times.length) {
      this.#times = grown(this.#times, new Uint32Array(this.#length * 2))
      this.#prices = grown(this.#prices, new Float64Array(this.#length * 2))
    }
    if (time <= this.latest) this.#isSorted = false
    else this.latest = time
    this.#times[this.#length] = time
    this.#prices[this.#length++] = price
  }

  finish(): ReadSeries {
    let times = this.#times.slice(0, this.#length)
    let prices = this.#prices.slice(0, this.#length)
    if (!this.#isSorted) ({ times, prices } = sortedOnce(times, prices))
    const gap = (times[1] ?? Infinity) - (times[0] ?? 0)
    // A feed of hours may also come in its intervals of five or fifteen minutes.
    const seconds = !this.#isEnding && times.length > 2 && this.#seconds === 3_600 && gap < 3_600 ? gap : this.#seconds
    if (this.#isEnding) {
      const ends = times
      times = ends.map((end, index) => Math.max(end - seconds, index === 0 ? 0 : (ends[index - 1] ?? 0)))
    }
    return { ...this.#point, intervalSeconds: seconds, starts: times, prices }
  }
}

/** In the order of time; of several prices for one interval the last of the file counts. */
function sortedOnce(times: Uint32Array<ArrayBuffer>, prices: Float64Array<ArrayBuffer>) {
  const order = Uint32Array.from(times.keys()).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
  const kept = order.filter((at, index) => times[at] !== times[order[index + 1] ?? -1])
  return { times: kept.map((at) => times[at] ?? 0), prices: Float64Array.from(kept, (at) => prices[at] ?? 0) }
}

function grown<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
