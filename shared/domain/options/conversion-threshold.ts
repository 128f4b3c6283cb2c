export interface ThresholdTerms {
  /** Payout a year that waiting forgoes on the new use, above 0. */
  readonly valueYield: number
  /** Payout a year of what is given up. */
  readonly costYield: number
  readonly valueVolatility: number
  readonly costVolatility: number
  readonly correlation: number
}

export interface ConversionThreshold {
  /** Positive root of the option's quadratic; Infinity without uncertainty when waiting never pays. */
  readonly beta: number
  /** Convert once the new use is worth this many times what is given up. */
  readonly ratio: number
}

/**
 * When to exchange one uncertain value for another with no last date.
 * Source: McDonald and Siegel 1986; with a fixed cost and costYield = r it is Dixit and Pindyck, chapter 5.
 */
export function conversionThreshold(terms: ThresholdTerms): ConversionThreshold {
  const { valueYield, costYield, valueVolatility, costVolatility, correlation } = terms
  const variance = valueVolatility ** 2 + costVolatility ** 2 - 2 * correlation * valueVolatility * costVolatility
  const drift = costYield - valueYield
  // Below this the quadratic is a straight line to working accuracy.
  if (variance < 1e-12) {
    const beta = drift > 0 ? costYield / drift : Number.POSITIVE_INFINITY
    return { beta, ratio: drift > 0 ? costYield / valueYield : 1 }
  }
  const slope = 0.5 - drift / variance
  const root = Math.sqrt(slope * slope + (2 * costYield) / variance)
  // The second form is the same number without cancellation.
  const beta = slope >= 0 ? slope + root : (2 * costYield) / variance / (root - slope)
  return { beta, ratio: beta / (beta - 1) }
}
