import { normalCdf } from '../statistics/normal-cdf.ts'

export interface ExchangeTerms {
  /** Value received and value given up, same currency. */
  readonly received: number
  readonly given: number
  /** Yields forgone a year on each while waiting. */
  readonly receivedYield: number
  readonly givenYield: number
  readonly years: number
  readonly receivedVolatility: number
  readonly givenVolatility: number
  readonly correlation: number
}

export interface ExchangeValue {
  readonly value: number
  /** Volatility of the ratio of both values, a year. */
  readonly sigma: number
}

/** Value of the right to exchange one asset for another at a date. Source: Margrabe 1978, with yields. */
export function margrabe(terms: ExchangeTerms): ExchangeValue {
  const { received, given, receivedYield, givenYield, years, receivedVolatility, givenVolatility, correlation } = terms
  const variance =
    receivedVolatility ** 2 + givenVolatility ** 2 - 2 * correlation * receivedVolatility * givenVolatility
  const sigma = Math.sqrt(Math.max(0, variance))
  const forwardReceived = received * Math.exp(-receivedYield * years)
  const forwardGiven = given * Math.exp(-givenYield * years)
  const spread = sigma * Math.sqrt(years)
  if (spread === 0 || received === 0 || given === 0) {
    return { value: Math.max(0, forwardReceived - forwardGiven), sigma }
  }
  const d1 = Math.log(forwardReceived / forwardGiven) / spread + spread / 2
  const value = forwardReceived * normalCdf(d1) - forwardGiven * normalCdf(d1 - spread)
  return { value: Math.max(0, value), sigma }
}
