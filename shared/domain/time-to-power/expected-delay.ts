import type { Assumptions } from '../scenario/assumption-defs.ts'
import { discountLognormal, lognormalMeanYears } from './discount-lognormal.ts'
import { discountTriangular } from './discount-triangular.ts'

/** How a time is spread around its median. */
export const DELAY_SHAPES = ['lognormal', 'triangular'] as const

export type DelayShape = (typeof DELAY_SHAPES)[number]

export function delayShapeOf(a: Assumptions): DelayShape {
  return DELAY_SHAPES[Math.round(a.delayShape)] ?? 'lognormal'
}

export interface ExpectedDelay {
  readonly meanYears: number
  /** E[e^(−rT)] at a continuous yearly rate. */
  discountAt(rate: number): number
}

/** Where the triangle ends, in log standard deviations from the median. */
const REACH = 2

/**
 * Mean and expected discount of a time with this median and log spread. The triangle has the lognormal's likeliest time
 * for its peak and ends two log standard deviations to either side of the median: it knows no tail.
 */
export function expectedDelay(shape: DelayShape, medianYears: number, sigma: number): ExpectedDelay {
  if (shape === 'lognormal') {
    return {
      meanYears: lognormalMeanYears(medianYears, sigma),
      discountAt: (rate) => discountLognormal(medianYears, sigma, rate),
    }
  }
  const earliest = medianYears * Math.exp(-REACH * sigma)
  const latest = medianYears * Math.exp(REACH * sigma)
  const likeliest = Math.min(latest, Math.max(earliest, medianYears * Math.exp(-sigma * sigma)))
  return {
    meanYears: (earliest + likeliest + latest) / 3,
    discountAt: (rate) => discountTriangular(earliest, likeliest, latest, rate),
  }
}
