/** An end of the axis reaches at most this many times as far as the larger of the two best values. */
const REACH = 2.5
const LEAST_REACH_USD_PER_MW = 1_500_000

/**
 * How far from zero an axis of values per megawatt goes, so that one strategy's huge loss does not squeeze the
 * difference that decides; what lies beyond is drawn cut off, with its figure in words.
 * @param valuesUsdPerMw values of the strategies, without NaN.
 */
export function valueAxisReach(valuesUsdPerMw: readonly number[]): number {
  const [best = 0, second = best] = [...valuesUsdPerMw].sort((a, b) => b - a)
  return Math.max(LEAST_REACH_USD_PER_MW, REACH * Math.max(Math.abs(best), Math.abs(second)))
}
