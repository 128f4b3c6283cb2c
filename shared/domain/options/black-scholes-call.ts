import type { DiffusionTerms } from './binomial-steps.ts'
import { margrabe } from './margrabe.ts'

/** Value of the right to buy at the strike on a date: an exchange for money, which does not vary. Source: Black and Scholes 1973. */
export function blackScholesCall(spot: number, strike: number, terms: DiffusionTerms): number {
  return margrabe({
    received: spot,
    given: strike,
    receivedYield: terms.payoutYield,
    givenYield: terms.rate,
    years: terms.years,
    receivedVolatility: terms.volatility,
    givenVolatility: 0,
    correlation: 0,
  }).value
}
