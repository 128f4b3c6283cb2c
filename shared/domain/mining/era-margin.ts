import { continuousAnnuity } from '../finance/continuous-annuity.ts'

/**
 * Integral of max(0, R(t) − cost)·exp(−rate·t) from `from` to `to`, where R(t) = revenue·exp(−decline·t) moves in one
 * direction: USD a MW for each hour a year that the mine may run. The mine stops when revenue no longer pays the cost
 * and runs again when it does.
 */
export function eraMargin(
  revenue: number,
  cost: number,
  decline: number,
  rate: number,
  from: number,
  to: number,
): number {
  let start = from
  let stop = to
  if (cost > 0) {
    if (revenue <= 0) return 0
    if (decline === 0) {
      if (revenue <= cost) return 0
    } else {
      const crossing = Math.log(revenue / cost) / decline
      if (decline > 0) {
        if (crossing <= from) return 0
        if (crossing < to) stop = crossing
      } else {
        if (crossing >= to) return 0
        if (crossing > from) start = crossing
      }
    }
  }
  const span = stop - start
  const earned = revenue * Math.exp(-(rate + decline) * start) * continuousAnnuity(rate + decline, span)
  const spent = cost * Math.exp(-rate * start) * continuousAnnuity(rate, span)
  return earned - spent
}
