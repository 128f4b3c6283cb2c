import type { DecisionMatrix } from './decision-matrix.ts'
import { normalisedWeights } from './normalised-weights.ts'
import { type PreferenceFunction, preferenceFor } from './preference-function.ts'

export interface OutrankingFlows {
  /** How much a site is preferred to the others on average, 0 to 1. */
  readonly plus: readonly number[]
  /** How much the others are preferred to it. */
  readonly minus: readonly number[]
  /** `plus` less `minus`, -1 to 1: the order of PROMETHEE II. */
  readonly net: readonly number[]
}

/**
 * Outranking flows of every site against the others, averaged over the n − 1 others (some tools divide by n and show
 * smaller flows in the same order). A single site has flows of 0. Time grows with the square of the sites.
 * Source: Brans and Vincke 1985.
 * @throws RangeError when the weights are negative or all 0.
 */
export function promethee2(matrix: DecisionMatrix, preferences: readonly PreferenceFunction[]): OutrankingFlows {
  const weights = normalisedWeights(matrix.weights)
  const { values } = matrix
  const plus = new Array<number>(values.length).fill(0)
  const minus = new Array<number>(values.length).fill(0)
  const others = Math.max(1, values.length - 1)
  const preferenceOf = (first: readonly number[], second: readonly number[]) => {
    let sum = 0
    preferences.forEach((preference, index) => {
      const difference = (first[index] ?? 0) - (second[index] ?? 0)
      const advantage = matrix.directions[index] === 'max' ? difference : -difference
      sum += (weights[index] ?? 0) * preferenceFor(preference, advantage)
    })
    return sum
  }
  values.forEach((first, i) => {
    values.forEach((second, j) => {
      if (i === j) return
      const preferred = preferenceOf(first, second) / others
      plus[i] = (plus[i] ?? 0) + preferred
      minus[j] = (minus[j] ?? 0) + preferred
    })
  })
  return { plus, minus, net: plus.map((flow, site) => flow - (minus[site] ?? 0)) }
}
