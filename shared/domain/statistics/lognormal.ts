import { normalQuantile } from './normal-quantile.ts'

/** Log standard deviation of a lognormal variable with this median and mean, mean ≥ median > 0. */
export function lognormalSigma(median: number, mean: number): number {
  return Math.sqrt(2 * Math.log(mean / median))
}

/** Value that a lognormal variable stays below with a probability. */
export function lognormalQuantile(median: number, sigma: number, probability: number): number {
  return sigma === 0 ? median : median * Math.exp(sigma * normalQuantile(probability))
}
