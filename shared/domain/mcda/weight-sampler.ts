import type { RandomSource } from '../statistics/random-streams.ts'
import { TIE_TOLERANCE } from './shared-ranks.ts'
import { tightened, type WeightSpace } from './weight-space.ts'

/** Fills a set of weights. */
export type WeightSampler = (into: Float64Array) => void

/**
 * Draws weights evenly from a space that is not empty. Without upper limits that bind, draws are independent; with them
 * they are a chain that forgets its past within a draw or so.
 */
export function weightSampler(space: WeightSpace, random: RandomSource): WeightSampler {
  const ranges = tightened(space)
  const spare = 1 - ranges.reduce((sum, range) => sum + range.low, 0)
  const isLimited = ranges.some(({ low, high }) => high < low + spare - TIE_TOLERANCE)
  return isLimited ? limitedSampler(ranges, random) : simplexSampler(ranges, spare, random)
}

/** Spacings of exponential variables are even on the simplex; lower limits only shift and shrink it. */
function simplexSampler(ranges: WeightSpace, spare: number, random: RandomSource): WeightSampler {
  const lows = Float64Array.from(ranges, (range) => range.low)
  return (into) => {
    let sum = 0
    for (let index = 0; index < into.length; index += 1) {
      const spacing = -Math.log(random())
      into[index] = spacing
      sum += spacing
    }
    for (let index = 0; index < into.length; index += 1) {
      into[index] = (lows[index] ?? 0) + (spare * (into[index] ?? 0)) / sum
    }
  }
}

/** Gibbs sampling: two weights share their sum anew, again and again, which leaves the even distribution as it is. */
function limitedSampler(ranges: WeightSpace, random: RandomSource): WeightSampler {
  const count = ranges.length
  const state = startWithin(ranges)
  const share = () => {
    const first = Math.floor(random() * count)
    const second = (first + 1 + Math.floor(random() * (count - 1))) % count
    const a = ranges[first]
    const b = ranges[second]
    if (a === undefined || b === undefined) return
    const sum = (state[first] ?? 0) + (state[second] ?? 0)
    const low = Math.max(a.low, sum - b.high)
    const high = Math.min(a.high, sum - b.low)
    if (high <= low) return
    state[first] = low + (high - low) * random()
    state[second] = sum - (state[first] ?? 0)
  }
  const forget = (rounds: number) => {
    for (let round = 0; round < rounds && count > 1; round += 1) share()
  }
  forget(200 * count)
  return (into) => {
    forget(4 * count)
    into.set(state)
  }
}

/** A set inside all ranges: each weight the same part of the way up its own. */
function startWithin(ranges: WeightSpace): Float64Array {
  const least = ranges.reduce((sum, range) => sum + range.low, 0)
  const room = ranges.reduce((sum, range) => sum + range.high - range.low, 0)
  const part = room === 0 ? 0 : (1 - least) / room
  return Float64Array.from(ranges, ({ low, high }) => low + part * (high - low))
}
