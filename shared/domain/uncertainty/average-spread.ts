/**
 * Log standard deviation of the average over `years` of a price that moves as a driftless geometric Brownian motion
 * with `sigma` a year, by matching the first two moments to a lognormal. Source: Levy 1992 (average-price options).
 */
export function averagePriceLogSd(sigma: number, years: number): number {
  const variance = sigma * sigma * years
  // Below this the difference in the closed form loses its digits; a third of the variance is its limit.
  if (variance < 1e-4) return Math.sqrt(variance / 3)
  return Math.sqrt(Math.log((2 * (Math.expm1(variance) - variance)) / (variance * variance)))
}

/**
 * Log standard deviation that leaves the average of a price with jumps its variance, beside the jumps themselves, which
 * have `jumpVariance` a year: the mean squares of the averages of independent martingales are those of one with both
 * variances, less what the jumps bring along.
 */
export function averagePriceLogSdBesideJumps(sigma: number, jumpVariance: number, years: number): number {
  const steady = averagePriceLogSd(sigma, years)
  if (jumpVariance === 0) return steady
  const both = averagePriceLogSd(Math.sqrt(sigma * sigma + jumpVariance), years)
  return Math.sqrt(Math.max(0, both ** 2 - averagePriceLogSd(Math.sqrt(jumpVariance), years) ** 2))
}

/**
 * Log standard deviation of the average over `years` of a log price that starts at its mean and is pulled back to it
 * with `reversion` a year (Ornstein-Uhlenbeck with `sigma` a year). Source: integral of the process's covariance.
 */
export function averageRevertingLogSd(sigma: number, reversion: number, years: number): number {
  const pull = reversion * years
  const bracket = years - (2 * -Math.expm1(-pull)) / reversion + -Math.expm1(-2 * pull) / (2 * reversion)
  return (sigma / pull) * Math.sqrt(Math.max(0, bracket))
}
