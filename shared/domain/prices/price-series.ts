export const PRICE_RUNS = ['day_ahead', 'real_time', 'retail'] as const
/** Which of a market's prices: settled a day before, in real time, or what end users paid on average. */
export type PriceRun = (typeof PRICE_RUNS)[number]

/** Prices of one node or hub by interval, in the order of time. */
export interface PriceSeries {
  /** Beginning of each interval, seconds since 1970 UTC. */
  readonly starts: ArrayLike<number>
  /** $/MWh; negative where the market pays for taking power. */
  readonly prices: ArrayLike<number>
  /** The market's own length of an interval, seconds. An irregular interval ends where the next one begins. */
  readonly intervalSeconds: number
}

/** Length of an interval, seconds: the market's own, or less where the next one begins earlier. */
export function intervalLength({ starts, intervalSeconds }: PriceSeries, index: number): number {
  const next = starts[index + 1]
  return next === undefined ? intervalSeconds : Math.min(intervalSeconds, next - (starts[index] ?? 0))
}
