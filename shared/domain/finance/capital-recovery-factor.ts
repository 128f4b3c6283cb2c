/**
 * Level yearly payment, in arrears, that repays one unit of capital over `years` at the yearly `rate`.
 * Source: textbook annuity; with a rate of 0 it is 1 / years.
 */
export function capitalRecoveryFactor(rate: number, years: number): number {
  if (rate === 0) return 1 / years
  return rate / -Math.expm1(-years * Math.log1p(rate))
}
