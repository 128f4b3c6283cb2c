import type { Spread } from './uncertainty.ts'

/** Columns of quantiles and moments that are filled row by row. */
export class SpreadBuilder implements Spread {
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
  readonly mean: Float64Array
  readonly sd: Float64Array

  constructor(count: number) {
    this.p10 = new Float64Array(count)
    this.p50 = new Float64Array(count)
    this.p90 = new Float64Array(count)
    this.mean = new Float64Array(count)
    this.sd = new Float64Array(count)
  }

  /** Takes a row's values, one a draw; sorts them in place. */
  set(row: number, values: Float64Array): void {
    let sum = 0
    for (let draw = 0; draw < values.length; draw += 1) sum += values[draw] ?? 0
    const mean = sum / values.length
    let squares = 0
    for (let draw = 0; draw < values.length; draw += 1) squares += ((values[draw] ?? 0) - mean) ** 2
    values.sort()
    this.p10[row] = quantile(values, 0.1)
    this.p50[row] = quantile(values, 0.5)
    this.p90[row] = quantile(values, 0.9)
    this.mean[row] = mean
    this.sd[row] = Math.sqrt(squares / Math.max(1, values.length - 1))
  }
}

/** Linear between order statistics, as most statistics packages do by default (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below] ?? 0
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (at - below) * (high - low)
}
