/**
 * Years until revenue that shrinks by `declinePerYear` (log) falls to the cost of running, when the mine stops.
 * 0 when it already has; Infinity when it never will.
 */
export function shutdownYear(revenueUsdPerMwh: number, costUsdPerMwh: number, declinePerYear: number): number {
  if (revenueUsdPerMwh <= costUsdPerMwh) return 0
  if (costUsdPerMwh <= 0 || declinePerYear <= 0) return Number.POSITIVE_INFINITY
  return Math.log(revenueUsdPerMwh / costUsdPerMwh) / declinePerYear
}
