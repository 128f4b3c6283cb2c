import type { MarketClock } from './market-clock.ts'
import { wallOfUtc } from './market-clock.ts'
import { namedPeaks } from './named-peaks.ts'
import { intervalLength, type PriceSeries } from './price-series.ts'

export const PRICE_PERCENTILES = [1, 5, 25, 50, 75, 95, 99] as const

export interface PricePercentile {
  readonly percent: number
  readonly usdPerMwh: number
}

/** The time of a system peak, named or by price. */
export interface PeakInterval {
  /** Beginning, seconds since 1970 UTC. */
  readonly start: number
  readonly usdPerMwh: number
}

/** A series of prices in figures; every mean and share is weighted by the length of the intervals. */
export interface PriceStatistics {
  readonly intervals: number
  readonly hours: number
  /** Hours with a price over the hours from the first interval to the last, 0 to 1. */
  readonly coverage: number
  readonly meanUsdPerMwh: number
  readonly minUsdPerMwh: number
  readonly maxUsdPerMwh: number
  readonly percentiles: readonly PricePercentile[]
  readonly negativeHours: number
  /** Standard deviation of the natural logarithm of the positive prices; null with fewer than two of them. */
  readonly logSd: number | null
  /**
   * The peaks that were named. Where none were, for each June to September the interval with the highest price between
   * 14:00 and 20:00 of the market's time: it stands in for the month's coincident peak (ERCOT's 4CP), whose hours no
   * price file holds.
   */
  readonly peaks: readonly PeakInterval[]
  readonly arePeaksNamed: boolean
  /** Named peaks in which the series has no price. */
  readonly unpricedPeaks: readonly string[]
  readonly peakMeanUsdPerMwh: number | null
  /** Prices from the highest down, at equal steps of the hours from 0 to 1. */
  readonly durationCurve: readonly number[]
}

const CURVE_POINTS = 201
const [FIRST_PEAK_HOUR, END_PEAK_HOUR] = [14, 20]
const [FIRST_PEAK_MONTH, LAST_PEAK_MONTH] = [6, 9]

/**
 * Null for a series without prices.
 * @param peakHours the hours of the system's peaks by the market's clock, as `isPeakHour` knows them.
 */
export function priceStatistics(
  series: PriceSeries,
  clock: MarketClock,
  peakHours: readonly string[] = [],
): PriceStatistics | null {
  const { starts, prices } = series
  const count = starts.length
  if (count === 0) return null
  const seconds = Float64Array.from({ length: count }, (_, index) => intervalLength(series, index))
  let [total, weighted, negative] = [0, 0, 0]
  let [positive, logs, squares, positiveCount] = [0, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    const [price, length] = [prices[i] ?? 0, seconds[i] ?? 0]
    total += length
    weighted += price * length
    if (price < 0) negative += length
    if (price > 0) {
      const log = Math.log(price)
      positive += length
      logs += log * length
      squares += log * log * length
      positiveCount++
    }
  }
  const order = Uint32Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => (prices[a] ?? 0) - (prices[b] ?? 0),
  )
  const at = quantileReader(prices, seconds, order, total)
  const first = starts[0] ?? 0
  const span = (starts[count - 1] ?? 0) + (seconds[count - 1] ?? 0) - first
  const arePeaksNamed = peakHours.length > 0
  const named = namedPeaks(series, clock, peakHours)
  const peaks = arePeaksNamed ? named.peaks : summerPeaks(series, clock)
  const meanLog = positive > 0 ? logs / positive : 0
  return {
    intervals: count,
    hours: total / 3_600,
    coverage: Math.min(1, total / span),
    meanUsdPerMwh: weighted / total,
    minUsdPerMwh: prices[order[0] ?? 0] ?? 0,
    maxUsdPerMwh: prices[order[count - 1] ?? 0] ?? 0,
    percentiles: PRICE_PERCENTILES.map((percent) => ({ percent, usdPerMwh: at(percent / 100) })),
    negativeHours: negative / 3_600,
    logSd: positiveCount < 2 ? null : Math.sqrt(Math.max(0, squares / positive - meanLog * meanLog)),
    peaks,
    arePeaksNamed,
    unpricedPeaks: named.unpriced,
    peakMeanUsdPerMwh:
      peaks.length === 0 ? null : peaks.reduce((sum, { usdPerMwh }) => sum + usdPerMwh, 0) / peaks.length,
    durationCurve: Array.from({ length: CURVE_POINTS }, (_, index) => at(1 - index / (CURVE_POINTS - 1))),
  }
}

/** The price that a share of the hours lies at or below. */
function quantileReader(
  prices: ArrayLike<number>,
  seconds: Float64Array,
  order: Uint32Array,
  total: number,
): (share: number) => number {
  const cumulated = new Float64Array(order.length)
  let sum = 0
  for (const [index, at] of order.entries()) {
    sum += seconds[at] ?? 0
    cumulated[index] = sum
  }
  return (share) => {
    const wanted = share * total
    let [low, high] = [0, order.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulated[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return prices[order[low] ?? 0] ?? 0
  }
}

function summerPeaks({ starts, prices }: PriceSeries, clock: MarketClock): PeakInterval[] {
  const highest = new Map<number, PeakInterval>()
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0
    const wall = wallOfUtc(clock, start)
    const hour = Math.floor((wall % 86_400) / 3_600)
    if (hour < FIRST_PEAK_HOUR || hour >= END_PEAK_HOUR) continue
    const date = new Date(wall * 1_000)
    const month = date.getUTCMonth() + 1
    if (month < FIRST_PEAK_MONTH || month > LAST_PEAK_MONTH) continue
    const key = date.getUTCFullYear() * 100 + month
    const usdPerMwh = prices[i] ?? 0
    if (usdPerMwh > (highest.get(key)?.usdPerMwh ?? -Infinity)) highest.set(key, { start, usdPerMwh })
  }
  return [...highest.values()].sort((a, b) => a.start - b.start)
}
