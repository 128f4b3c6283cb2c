/**
 * Standard error of a share counted over antithetic pairs of draws, which are not independent within a pair: that of the
 * mean of the pairs' own shares. A single pair tells nothing, so there it is the greatest there can be.
 *
 * @param hits draws that count.
 * @param both pairs of which both draws count.
 */
export function pairedError(pairs: number, hits: number, both: number): number {
  if (pairs < 2) return 0.5
  const share = hits / (2 * pairs)
  const squares = both + 0.25 * (hits - 2 * both)
  return Math.sqrt(Math.max(0, squares / pairs - share * share) / (pairs - 1))
}
