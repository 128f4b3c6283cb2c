import type { Assumptions } from '../scenario/assumption-defs.ts'
import { normalCdf } from '../statistics/normal-cdf.ts'
import { standardNormals } from './standard-normals.ts'
import { type StreamKey, streamKey } from './stream-key.ts'

/**
 * Jumps of the Bitcoin price beside its steady volatility: they come at random times, `btcJumpsPerYear` on average, and
 * their logarithms are normal. Between jumps the price drifts by what they add on average, so that the mean of the
 * price stays the scenario's. Source: Merton 1976.
 */
export class BitcoinJumps {
  readonly #perYear: number
  readonly #mean: number
  readonly #sd: number
  readonly #years: number
  readonly #key: StreamKey
  readonly #count = new Float64Array(1)

  constructor(a: Assumptions, seed: number) {
    this.#perYear = a.btcJumpsPerYear
    this.#mean = a.btcJumpMean
    this.#sd = a.btcJumpSd
    this.#years = a.asicLifeYears
    this.#key = streamKey(seed, 'jumps')
  }

  /** Average over the life of ASICs of what the jumps of a draw make of a price of 1. Draws come in antithetic pairs. */
  averageFactor(draw: number): number {
    if (this.#perYear === 0) return 1
    const pair = draw >>> 1
    const sign = draw % 2 === 0 ? 1 : -1
    standardNormals(this.#key, pair, this.#count)
    const count = poissonQuantile(this.#perYear * this.#years, normalCdf(sign * (this.#count[0] ?? 0)))
    const normals = new Float64Array(1 + 2 * count)
    standardNormals(this.#key, pair, normals)
    const jumps = Array.from({ length: count }, (_, index) => ({
      atYears: this.#years * normalCdf(sign * (normals[1 + 2 * index] ?? 0)),
      log: this.#mean + this.#sd * sign * (normals[2 + 2 * index] ?? 0),
    })).sort((one, other) => one.atYears - other.atYears)
    return this.#average(jumps)
  }

  #average(jumps: readonly { readonly atYears: number; readonly log: number }[]): number {
    const decline = this.#perYear * Math.expm1(this.#mean + 0.5 * this.#sd * this.#sd)
    let [sum, from, log] = [0, 0, 0]
    for (const jump of [...jumps, { atYears: this.#years, log: 0 }]) {
      const fall = decline * (jump.atYears - from)
      const steady = fall === 0 ? 1 : -Math.expm1(-fall) / fall
      sum += Math.exp(log - decline * from) * (jump.atYears - from) * steady
      from = jump.atYears
      log += jump.log
    }
    return sum / this.#years
  }
}

/** What jumps add to the variance of the price's growth a year: the mean square of a jump's relative size, times their number. */
export function jumpVariancePerYear({ btcJumpsPerYear, btcJumpMean, btcJumpSd }: Assumptions): number {
  const variance = btcJumpSd * btcJumpSd
  const square = Math.expm1(2 * (btcJumpMean + variance)) - 2 * Math.expm1(btcJumpMean + 0.5 * variance)
  return btcJumpsPerYear * Math.max(0, square)
}

/** Least number of events that a Poisson variable reaches with at least a probability. */
function poissonQuantile(mean: number, probability: number): number {
  let chance = Math.exp(-mean)
  let sum = chance
  let count = 0
  // The sum of all chances may stay below 1 by rounding.
  const most = mean + 20 * Math.sqrt(mean) + 20
  while (sum < probability && count < most) {
    count += 1
    chance *= mean / count
    sum += chance
  }
  return count
}
