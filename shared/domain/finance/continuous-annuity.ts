/**
 * Integral of exp(-rate · t) from 0 to `years`: present value of one unit a year flowing continuously.
 * The rate may be 0 or negative; with years at infinity the rate has to be above 0.
 */
export function continuousAnnuity(rate: number, years: number): number {
  if (Math.abs(rate * years) < 1e-12) return years
  return -Math.expm1(-rate * years) / rate
}
