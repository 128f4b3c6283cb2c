import type { BinomialSteps } from './binomial-option.ts'

export interface DiffusionTerms {
  /** Continuous rates a year. */
  readonly rate: number
  readonly payoutYield: number
  readonly volatility: number
  readonly years: number
}

/** Steps whose moves up and down cancel out. Source: Cox, Ross and Rubinstein 1979. */
export function coxRossRubinsteinSteps(terms: DiffusionTerms, count: number): BinomialSteps {
  return stepsAround(0, terms, count)
}

/** Steps around the forward price, which never allow a riskless profit. Source: McDonald, Derivatives Markets. */
export function forwardSteps(terms: DiffusionTerms, count: number): BinomialSteps {
  return stepsAround(terms.rate - terms.payoutYield, terms, count)
}

function stepsAround(drift: number, terms: DiffusionTerms, count: number): BinomialSteps {
  const span = terms.years / count
  const move = terms.volatility * Math.sqrt(span)
  return {
    count,
    up: Math.exp(drift * span + move),
    down: Math.exp(drift * span - move),
    growth: Math.exp(terms.rate * span),
    payout: Math.exp(terms.payoutYield * span),
  }
}
