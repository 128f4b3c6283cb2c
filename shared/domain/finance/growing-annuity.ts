/**
 * Present value of one unit a year paid in arrears for `years`, growing by `growth` a year, discounted at `rate`.
 * Closed form of the sum over y of (1 + growth)^y / (1 + rate)^(y + 1); the limit is taken where both rates meet.
 */
export function growingAnnuity(rate: number, growth: number, years: number): number {
  const logRatio = Math.log1p(growth) - Math.log1p(rate)
  if (Math.abs(rate - growth) < 1e-12) return years / (1 + rate)
  return -Math.expm1(years * logRatio) / (rate - growth)
}
