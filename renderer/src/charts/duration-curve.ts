import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'

export interface DurationShapes {
  readonly curve: string
  /** Under the curve where the price is above the strike: the hours that a flexible load leaves out. */
  readonly above: string
  readonly strikeY: number
  readonly zeroY: number
  readonly xTicks: readonly { readonly at: number; readonly share: number }[]
  readonly yTicks: readonly { readonly at: number; readonly value: number }[]
}

const SHARES = [0, 0.25, 0.5, 0.75, 1]
/** Share of the hours at either end whose prices may leave the picture: a few of them would flatten all others. */
const CUT = 0.01

/**
 * Prices from the highest down over the share of hours that have at least that price.
 * @param prices at equal steps from the highest to the lowest.
 */
export function durationShapes(
  prices: readonly number[],
  strikeUsdPerMwh: number,
  width: number,
  height: number,
): DurationShapes {
  const last = prices.length - 1
  const high = prices[Math.round(last * CUT)] ?? 1
  const low = prices[Math.round(last * (1 - CUT))] ?? 0
  const x = scaleLinear().domain([0, last]).range([0, width])
  const y = scaleLinear()
    .domain([Math.min(0, low), Math.max(high, strikeUsdPerMwh, 1)])
    .range([height, 0])
    .clamp(true)
  const path = line<number>()
    .x((_, index) => x(index))
    .y((price) => y(price))
  const firstBelow = prices.findIndex((price) => price <= strikeUsdPerMwh)
  const expensive = prices.slice(0, firstBelow < 0 ? prices.length : firstBelow)
  const fill = area<number>()
    .x((_, index) => x(index))
    .y0(y(strikeUsdPerMwh))
    .y1((price) => y(price))
  return {
    curve: path([...prices]) ?? '',
    above: expensive.length < 2 ? '' : (fill(expensive) ?? ''),
    strikeY: y(strikeUsdPerMwh),
    zeroY: y(0),
    xTicks: SHARES.map((share) => ({ at: share * width, share })),
    yTicks: y.ticks(4).map((value) => ({ at: y(value), value })),
  }
}
