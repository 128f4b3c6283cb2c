import { TIE_TOLERANCE } from './shared-ranks.ts'

/** What one criterion's weight may be, 0 to 1. */
export interface WeightRange {
  readonly low: number
  readonly high: number
}

/** All sets of weights that add to 1, each within its range. */
export type WeightSpace = readonly WeightRange[]

/** Every set of weights that adds to 1. */
export function uniformSimplex(criteria: number): WeightSpace {
  return Array.from({ length: criteria }, () => ({ low: 0, high: 1 }))
}

/** Why no weights lie in a space, as one sentence; null when some do. */
export function weightSpaceProblem(space: WeightSpace): string | null {
  const wrong = space.findIndex(({ low, high }) => !(low >= 0 && low <= high && high <= 1))
  if (wrong >= 0) return `The range of weight ${wrong + 1} must be two numbers from 0 to 1, the lower one first.`
  const least = space.reduce((sum, range) => sum + range.low, 0)
  const most = space.reduce((sum, range) => sum + range.high, 0)
  if (least > 1 + TIE_TOLERANCE || most < 1 - TIE_TOLERANCE) {
    return `The ranges of the weights must leave room for a sum of 1, and they allow ${least} to ${most}.`
  }
  return null
}

/** The same space with ends that no weight can reach drawn in. */
export function tightened(space: WeightSpace): WeightSpace {
  const least = space.reduce((sum, range) => sum + range.low, 0)
  const most = space.reduce((sum, range) => sum + range.high, 0)
  return space.map(({ low, high }) => {
    const reachableLow = Math.max(low, 1 - (most - high))
    return { low: reachableLow, high: Math.max(reachableLow, Math.min(high, 1 - (least - low))) }
  })
}
