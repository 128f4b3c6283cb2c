import { shutdownYear } from './shutdown-year.ts'

/** Mining revenue over time as eras in each of which it changes at one rate; arrays are by era, the first begins at 0. */
export interface RevenuePath {
  /** Years from the valuation date; an era lasts until the next begins, the last for ever. */
  readonly starts: Float64Array
  /** Revenue at the era's start, $/MWh. */
  readonly revenueUsdPerMwh: Float64Array
  /** Log rate at which it falls, below 0 where it rises. */
  readonly declinePerYear: Float64Array
}

/** The era that holds `year`, which must not be negative. */
export function eraAt(path: RevenuePath, year: number): number {
  let low = 0
  let high = path.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((path.starts[middle] ?? 0) <= year) low = middle
    else high = middle - 1
  }
  return low
}

/** Revenue just after `year`, $/MWh. */
export function revenueAt(path: RevenuePath, year: number): number {
  const era = eraAt(path, year)
  const since = year - (path.starts[era] ?? 0)
  return (path.revenueUsdPerMwh[era] ?? 0) * Math.exp(-(path.declinePerYear[era] ?? 0) * since)
}

/** Years until revenue first is at or below a cost; 0 where it is today, Infinity where it never is. */
export function firstYearBelow(path: RevenuePath, costUsdPerMwh: number): number {
  const { starts, revenueUsdPerMwh, declinePerYear } = path
  for (let era = 0; era < starts.length; era += 1) {
    const start = starts[era] ?? 0
    const revenue = revenueUsdPerMwh[era] ?? 0
    const years = shutdownYear(revenue, costUsdPerMwh, declinePerYear[era] ?? 0)
    if (start + years < (starts[era + 1] ?? Number.POSITIVE_INFINITY)) return start + years
  }
  return Number.POSITIVE_INFINITY
}

export interface RevenueMarket {
  /** Revenue of a MWh today, before curtailment income, $/MWh. */
  readonly revenueUsdPerMwh: number
  readonly difficultyGrowthPerYear: number
  readonly btcDriftPerYear: number
  /** Years to each halving ahead, ascending, and what it leaves of revenue. */
  readonly halvings: Float64Array
  readonly multiplier: number
}

/** Without a floor: difficulty grows at one rate, and eras end at halvings alone. */
export function steadyRevenuePath(market: RevenueMarket): RevenuePath {
  const decline = Math.log1p(market.difficultyGrowthPerYear) - market.btcDriftPerYear
  const starts = Float64Array.of(0, ...market.halvings)
  return {
    starts,
    revenueUsdPerMwh: starts.map(
      (start, era) => market.revenueUsdPerMwh * market.multiplier ** era * Math.exp(-decline * start),
    ),
    declinePerYear: starts.map(() => decline),
  }
}
