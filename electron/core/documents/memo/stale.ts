const MONTHS = 24

/** True where a date, possibly year or year and month only, lies more than 24 months back even at its latest. */
export function isStale(asOf: string | null, nowMs: number): boolean {
  if (asOf === null) return false
  const [year = Number.NaN, month = 12, day = 31] = asOf.split('-').map(Number)
  const limit = new Date(nowMs)
  limit.setUTCMonth(limit.getUTCMonth() - MONTHS)
  return Date.UTC(year, month - 1, day) < limit.getTime()
}
