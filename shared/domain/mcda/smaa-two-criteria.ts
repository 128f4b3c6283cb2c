import { type AcceptabilityTally, acceptabilityTally } from './acceptability-tally.ts'
import { sharedRanks, TIE_TOLERANCE } from './shared-ranks.ts'
import type { WeightRange } from './weight-space.ts'

/**
 * Exact tally under two criteria: between the weights of the first at which two sites tie, no rank changes.
 * `first` is the range of the first weight and has a length above 0.
 */
export function tallyTwoCriteria(values: readonly (readonly number[])[], first: WeightRange): AcceptabilityTally {
  const ends = [first.low, first.high]
  for (const [index, [a = 0, b = 0]] of values.entries()) {
    for (const [c = 0, d = 0] of values.slice(index + 1)) {
      const tie = (d - b) / (a - b - (c - d))
      if (tie > first.low && tie < first.high) ends.push(tie)
    }
  }
  ends.sort((one, other) => one - other)
  const tally = acceptabilityTally(values.length, 2)
  for (const [index, to] of ends.entries()) {
    const from = ends[index - 1] ?? to
    if (to - from < TIE_TOLERANCE) continue
    const weight = (from + to) / 2
    const ranks = sharedRanks(values.map(([a = 0, b = 0]) => weight * a + (1 - weight) * b))
    tally.add(ranks, [weight, 1 - weight], to - from)
  }
  return tally
}
