import { normalPdf } from './normal-pdf.ts'

/** Below this the series would subtract nearly equal numbers; from here on the continued fraction serves. */
const TAIL = 1

/**
 * Probability that a standard normal variable is at most x, to about 1e-15; small tails keep their relative accuracy.
 * Source: Marsaglia's Taylor series around 0 and Laplace's continued fraction of the Mills ratio in the tails.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x < -TAIL) return upperTail(-x)
  if (x > TAIL) return 1 - upperTail(x)
  let term = x
  let sum = x
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-18; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 + sum * normalPdf(x)
}

function upperTail(x: number): number {
  if (x > 40) return 0
  let fraction = x
  // The fraction's error falls as exp(−2·x·√(2·steps)).
  for (let step = 20 + Math.ceil(250 / (x * x)); step >= 1; step -= 1) fraction = x + step / fraction
  return normalPdf(x) / fraction
}
