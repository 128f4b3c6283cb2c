export interface BinomialSteps {
  readonly count: number
  /** What the value is multiplied with in a step up and in a step down. */
  readonly up: number
  readonly down: number
  /** Gross return of money in a step. */
  readonly growth: number
  /** What each unit of value held through a step pays out, as a gross factor; 1 for none. */
  readonly payout: number
}

export interface BinomialOption {
  readonly value: number
  /** Risk-neutral probability of a step up. */
  readonly upProbability: number
  /** Values of the option after the first step. */
  readonly afterUp: number
  readonly afterDown: number
}

export interface OptionTerms {
  readonly spot: number
  readonly strike: number
  readonly kind: 'call' | 'put'
  /** Whether it may be exercised before the last step. */
  readonly isAmerican: boolean
}

/**
 * Value of an option on a recombining tree. Source: Cox, Ross and Rubinstein 1979.
 * @throws RangeError when the steps allow a riskless profit: growth / payout must lie between down and up.
 */
export function binomialOption(terms: OptionTerms, steps: BinomialSteps): BinomialOption {
  const { count, up, down, growth, payout } = steps
  const upProbability = (growth / payout - down) / (up - down)
  if (!(upProbability >= 0 && upProbability <= 1)) {
    throw new RangeError('The return of money in a step must lie between the moves down and up.')
  }
  const exercise = (step: number, ups: number) => {
    const gain = terms.spot * up ** ups * down ** (step - ups) - terms.strike
    return Math.max(0, terms.kind === 'call' ? gain : -gain)
  }
  let values = Array.from({ length: count + 1 }, (_, ups) => exercise(count, ups))
  let firstStep = values
  for (let step = count - 1; step >= 0; step -= 1) {
    if (step === 0) firstStep = values
    values = Array.from({ length: step + 1 }, (_, ups) => {
      const held = (upProbability * (values[ups + 1] ?? 0) + (1 - upProbability) * (values[ups] ?? 0)) / growth
      return terms.isAmerican ? Math.max(held, exercise(step, ups)) : held
    })
  }
  return { value: values[0] ?? 0, upProbability, afterUp: firstStep[1] ?? 0, afterDown: firstStep[0] ?? 0 }
}
