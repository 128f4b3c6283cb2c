import { normalisedWeights } from './normalised-weights.ts'

/**
 * Weight of one criterion, 0 to 1, at which two sites score the same while the other criteria share the rest in the
 * proportions of `weights`; null where no such weight exists or every weight ties them.
 * @throws RangeError when the weights of the other criteria are negative or all 0.
 */
export function breakEvenWeight(
  first: readonly number[],
  second: readonly number[],
  criterion: number,
  weights: readonly number[],
): number | null {
  const others = normalisedWeights(weights.map((weight, index) => (index === criterion ? 0 : weight)))
  const lead = (first[criterion] ?? 0) - (second[criterion] ?? 0)
  const leadElsewhere = others.reduce(
    (sum, weight, index) => sum + weight * ((first[index] ?? 0) - (second[index] ?? 0)),
    0,
  )
  if (lead === leadElsewhere) return null
  const weight = leadElsewhere / (leadElsewhere - lead)
  return weight >= 0 && weight <= 1 ? weight : null
}
