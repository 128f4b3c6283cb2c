import type { Strategy, Verdict } from '../site/strategies.ts'

/** How a quantity spreads over the draws, one entry a row. */
export interface Spread {
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
  readonly mean: Float64Array
  readonly sd: Float64Array
}

/**
 * How sure the ranking of a catalog is under one scenario. Arrays are indexed by the row of the columns; shares are
 * fractions of the draws, 0 to 1; values are US dollars a gross MW. No entry is ever NaN.
 */
export interface Uncertainty {
  readonly count: number
  readonly draws: number
  readonly seed: number
  /** In how many draws each verdict would be given; the six add to 1. */
  readonly verdictShare: Readonly<Record<Verdict, Float64Array>>
  /** In how many draws the scenario's own verdict stands. */
  readonly verdictHolds: Float64Array
  /** The strategy that `value` is read at for the verdict: the verdict, or the best allowed use where it is none. */
  readonly decision: Uint8Array
  /** What each strategy turns out to be worth, power that never comes included. */
  readonly value: Readonly<Record<Strategy, Spread>>
  /** In how many draws the power comes. */
  readonly powerComes: Float64Array
  readonly rank: Spread
  readonly isFirst: Float64Array
  /** The greatest standard error of `isFirst` among all sites. */
  readonly firstPlaceError: number
  readonly isInTopTen: Float64Array
  /** In how many draws the site scores above the one that the scenario ranks next; 1 for the last. Ties count half. */
  readonly aheadOfNext: Float64Array
  /** How alike the order of a draw is to the scenario's: Kendall's tau, averaged over the draws, −1 to 1. */
  readonly orderLikeness: number
}

/** Between these shares the draws do not tell two sites apart. */
const LEAST_SEPARABLE = 0.4
const MOST_SEPARABLE = 0.6

/** True where neither of two sites is ahead of the other in clearly more draws. */
export function isNotSeparable(shareAhead: number): boolean {
  return shareAhead > LEAST_SEPARABLE && shareAhead < MOST_SEPARABLE
}

/** Below this share of draws a verdict is shown as unsure. */
export const SURE_SHARE = 0.6
