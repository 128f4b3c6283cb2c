import { normalCdf } from '../statistics/normal-cdf.ts'

export interface CurtailmentValue {
  /** Expected margin of an hour, running only below the break-even, $/MWh. */
  readonly valueUsdPerMwh: number
  readonly runFraction: number
  /** NaN where the mine never runs. */
  readonly meanPriceWhenRunningUsdPerMwh: number
}

/**
 * A mine on spot power that stops above its break-even price holds a put on each hour.
 * Spot is lognormal with mean `meanPrice` > 0 and log standard deviation `logSd` ≥ 0. Source: Black's formula for a put.
 */
export function curtailmentOption(meanPrice: number, logSd: number, breakeven: number): CurtailmentValue {
  if (breakeven <= 0) return { valueUsdPerMwh: 0, runFraction: 0, meanPriceWhenRunningUsdPerMwh: Number.NaN }
  if (logSd === 0) {
    const runs = meanPrice <= breakeven
    return {
      valueUsdPerMwh: runs ? breakeven - meanPrice : 0,
      runFraction: runs ? 1 : 0,
      meanPriceWhenRunningUsdPerMwh: runs ? meanPrice : Number.NaN,
    }
  }
  const d1 = Math.log(meanPrice / breakeven) / logSd + logSd / 2
  const d2 = d1 - logSd
  const runFraction = normalCdf(-d2)
  const paid = meanPrice * normalCdf(-d1)
  return {
    valueUsdPerMwh: Math.max(0, breakeven * runFraction - paid),
    runFraction,
    meanPriceWhenRunningUsdPerMwh: runFraction > 0 ? paid / runFraction : Number.NaN,
  }
}
