import type { DecisionMatrix } from './decision-matrix.ts'
import { normalisedWeights } from './normalised-weights.ts'

/**
 * Weighted product of each site, natural logarithm: the sum of weight × log value, values that should be small with
 * their sign turned. The exponential of a difference says how many times better one site is than another, in any unit.
 * Source: Bridgman 1922; Triantaphyllou 2000.
 * @throws RangeError when a value is not above 0 (a price may be: score that on fixed bounds), or on weights as elsewhere.
 */
export function logWeightedProduct(matrix: DecisionMatrix): readonly number[] {
  const weights = normalisedWeights(matrix.weights)
  return matrix.values.map((row, site) =>
    weights.reduce((sum, weight, index) => {
      const value = row[index] ?? Number.NaN
      if (!(value > 0)) {
        throw new RangeError(
          `A weighted product needs values above 0, and criterion ${index + 1} of site ${site + 1} is ${value}.`,
        )
      }
      return sum + (matrix.directions[index] === 'max' ? weight : -weight) * Math.log(value)
    }, 0),
  )
}
