export interface LognormalPrice {
  readonly mean: number
  readonly median: number
  /** Standard deviation of the price's logarithm. */
  readonly sigma: number
}

/** Price after some years of geometric Brownian motion; `meanGrowth` is the log growth of its mean a year. */
export function priceAfter(start: number, meanGrowth: number, volatility: number, years: number): LognormalPrice {
  const mean = start * Math.exp(meanGrowth * years)
  return { mean, median: mean * Math.exp(-0.5 * volatility ** 2 * years), sigma: volatility * Math.sqrt(years) }
}
