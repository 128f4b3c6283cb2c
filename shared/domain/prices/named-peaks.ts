import type { MarketClock } from './market-clock.ts'
import { peakSpan } from './peak-hours.ts'
import { intervalLength, type PriceSeries } from './price-series.ts'
import type { PeakInterval } from './price-statistics.ts'

export interface NamedPeaks {
  readonly peaks: readonly PeakInterval[]
  /** Named peaks in which the series has no price. */
  readonly unpriced: readonly string[]
}

/** The mean price in each named peak, weighted by the time that the intervals share with it. */
export function namedPeaks(series: PriceSeries, clock: MarketClock, hours: readonly string[]): NamedPeaks {
  const peaks: PeakInterval[] = []
  const unpriced: string[] = []
  for (const hour of hours) {
    const span = peakSpan(hour, clock)
    const usdPerMwh = span === null ? null : meanWithin(series, span.start, span.end)
    if (span === null || usdPerMwh === null) unpriced.push(hour)
    else peaks.push({ start: span.start, usdPerMwh })
  }
  return { peaks: peaks.sort((a, b) => a.start - b.start), unpriced }
}

function meanWithin(series: PriceSeries, from: number, to: number): number | null {
  const { starts, prices } = series
  let [seconds, weighted] = [0, 0]
  for (let i = Math.max(0, firstFrom(starts, from) - 1); i < starts.length; i++) {
    const start = starts[i] ?? 0
    if (start >= to) break
    const shared = Math.min(to, start + intervalLength(series, i)) - Math.max(from, start)
    if (shared <= 0) continue
    seconds += shared
    weighted += (prices[i] ?? 0) * shared
  }
  return seconds === 0 ? null : weighted / seconds
}

/** Index of the first interval that begins at the time or later. */
function firstFrom(starts: ArrayLike<number>, time: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < time) low = middle + 1
    else high = middle
  }
  return low
}
