import { scaleLinear } from 'd3-scale'

export interface Bar {
  readonly x: number
  readonly width: number
  readonly isNegative: boolean
}

export interface StrategyBars {
  /** Where nothing is gained or lost. */
  readonly zeroX: number
  /** Position of any value on the bars' scale. */
  xOf(value: number): number
  /** One for each value in its order; null for a value that is not known. */
  readonly bars: readonly (Bar | null)[]
}

const THINNEST = 1.5

/** Horizontal bars of values over one scale with zero on it, as positions inside a width; the scale also holds `others`. */
export function strategyBars(values: readonly number[], width: number, others: readonly number[] = []): StrategyBars {
  const known = [...values, ...others].filter(Number.isFinite)
  const scale = scaleLinear()
    .domain([Math.min(0, ...known), Math.max(0, ...known, Number.MIN_VALUE)])
    .range([0, width])
  const zeroX = scale(0)
  const bars = values.map((value) => {
    if (!Number.isFinite(value)) return null
    const length = Math.max(THINNEST, Math.abs(scale(value) - zeroX))
    const isNegative = value < 0
    return { x: isNegative ? zeroX - length : zeroX, width: length, isNegative }
  })
  return { zeroX, xOf: (value) => scale(value), bars }
}
