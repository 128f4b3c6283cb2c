import { gaussHermite } from '../statistics/gauss-hermite.ts'

const RULE = gaussHermite(32)

/**
 * Expected discount factor of an event after a lognormal time with the given median (years) and log standard deviation,
 * at the continuous `rate`, by 32-point Gauss-Hermite quadrature.
 */
export function discountLognormal(medianYears: number, sigma: number, rate: number): number {
  if (medianYears === 0) return 1
  let sum = 0
  for (let point = 0; point < RULE.nodes.length; point += 1) {
    const years = medianYears * Math.exp(Math.SQRT2 * sigma * (RULE.nodes[point] ?? 0))
    sum += (RULE.weights[point] ?? 0) * Math.exp(-rate * years)
  }
  return sum / Math.sqrt(Math.PI)
}

/** Mean of a lognormal time, years. */
export function lognormalMeanYears(medianYears: number, sigma: number): number {
  return medianYears * Math.exp(0.5 * sigma * sigma)
}
