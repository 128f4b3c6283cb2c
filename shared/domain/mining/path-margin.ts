import { curtailmentOption } from './curtailment-option.ts'
import { eraMargin } from './era-margin.ts'
import { eraAt, type RevenuePath } from './revenue-path.ts'

/**
 * Integral of max(0, R(t) − cost)·exp(−rate·t) from `from` to `to` along a path of revenue: USD a MW for each hour a year
 * that the mine may run; a closed form in every era.
 */
export function pathMargin(path: RevenuePath, cost: number, rate: number, from: number, to: number): number {
  return overEras(path, from, to, (revenue, decline, start, end) =>
    eraMargin(revenue * Math.exp(decline * start), cost, decline, rate, start, end),
  )
}

/**
 * The same for a mine that buys its power hour by hour, at lognormal prices with mean `powerPrice` > 0 and log standard
 * deviation `logSd` > 0, and stops in every hour that does not pay. `otherCost` is what it pays for a MWh beside power.
 * Gauss–Legendre quadrature in stretches that are the shorter the nearer they are to the day on which the mean price
 * just pays, because an hour's expected margin bends there.
 */
export function spotMargin(
  path: RevenuePath,
  powerPrice: number,
  logSd: number,
  otherCost: number,
  rate: number,
  from: number,
  to: number,
): number {
  const cost = powerPrice + otherCost
  return overEras(path, from, to, (revenue, decline, start, end) => {
    const value = (year: number) => {
      const breakeven = revenue * Math.exp(-decline * (year - start)) - otherCost
      return curtailmentOption(powerPrice, logSd, breakeven).valueUsdPerMwh * Math.exp(-rate * year)
    }
    const canBend = decline !== 0 && cost > 0 && revenue > 0
    const bend = canBend ? start + Math.log(revenue / cost) / decline : Number.NEGATIVE_INFINITY
    const width = canBend ? Math.max(SHORTEST_YEARS, (logSd * powerPrice) / (Math.abs(decline) * cost)) : LONGEST_YEARS
    const middle = Math.min(end, Math.max(start, bend))
    return awayFrom(bend, width, middle, end, value) - awayFrom(bend, width, middle, start, value)
  })
}

/** Integral from `start` to `end`, which may lie before it, in stretches that grow with their distance from `bend`. */
function awayFrom(bend: number, width: number, start: number, end: number, value: (year: number) => number): number {
  const direction = Math.sign(end - start)
  let sum = 0
  let year = start
  while (year !== end) {
    const length = Math.min(LONGEST_YEARS, Math.max(width, Math.abs(year - bend)) / 2, Math.abs(end - year))
    const next = length < Math.abs(end - year) ? year + direction * length : end
    const half = (next - year) / 2
    for (let node = 0; node < NODES.length; node += 1) {
      sum += half * (WEIGHTS[node] ?? 0) * value(year + half * (1 + (NODES[node] ?? 0)))
    }
    year = next
  }
  return sum
}

const LONGEST_YEARS = 1
const SHORTEST_YEARS = 1e-4

/** Gauss–Legendre of order 8 on −1 to 1. */
const HALF_NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363]
const HALF_WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763]
const NODES = Float64Array.from([...HALF_NODES.map((node) => -node), ...HALF_NODES])
const WEIGHTS = Float64Array.from([...HALF_WEIGHTS, ...HALF_WEIGHTS])

/** Adds up what `margin` gives for every era's part of the years; `revenue` is as of that part's start. */
function overEras(
  path: RevenuePath,
  from: number,
  to: number,
  margin: (revenue: number, decline: number, start: number, end: number) => number,
): number {
  const { starts, revenueUsdPerMwh, declinePerYear } = path
  let sum = 0
  let start = from
  for (let era = eraAt(path, from); start < to; era += 1) {
    const end = Math.min(to, starts[era + 1] ?? to)
    const decline = declinePerYear[era] ?? 0
    if (end > start) {
      const revenue = (revenueUsdPerMwh[era] ?? 0) * Math.exp(-decline * (start - (starts[era] ?? 0)))
      sum += margin(revenue, decline, start, end)
    }
    start = end
  }
  return sum
}
