/** Why a set of weights cannot be used, as one sentence; null when it can. */
export function weightsProblem(weights: readonly number[]): string | null {
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY))
  if (wrong >= 0) return `The weights must be numbers of at least 0, and weight ${wrong + 1} is ${weights[wrong]}.`
  if (!weights.some((weight) => weight > 0)) return 'The weights must not all be 0: at least one must be above 0.'
  return null
}

/**
 * Weights scaled to add to 1.
 * @throws RangeError with the sentence of `weightsProblem`.
 */
export function normalisedWeights(weights: readonly number[]): readonly number[] {
  const problem = weightsProblem(weights)
  if (problem !== null) throw new RangeError(problem)
  // Divided by the largest first, so that the sum of huge weights stays finite.
  const largest = Math.max(...weights)
  const sum = weights.reduce((total, weight) => total + weight / largest, 0)
  return weights.map((weight) => weight / largest / sum)
}
