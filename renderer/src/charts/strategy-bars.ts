import { scaleLinear } from 'd3-scale'
import { valueAxisReach } from '../../../shared/charts/value-axis-reach.ts'

export interface Bar {
  readonly x: number
  readonly width: number
  readonly isNegative: boolean
  /** True where the value lies beyond the scale, so that the bar ends before it. */
  readonly isCut: boolean
}

export interface StrategyBars {
  /** Where nothing is gained or lost. */
  readonly zeroX: number
  /** Position of any value on the bars' scale, at its end where the value lies beyond. */
  xOf(value: number): number
  /** One for each value in its order; null for a value that is not known. */
  readonly bars: readonly (Bar | null)[]
}

const THINNEST = 1.5

/**
 * Horizontal bars of values per megawatt over one scale with zero on it, as positions inside a width. The scale also
 * holds `others`, but neither reaches so far that the bars which decide shrink to nothing.
 */
export function strategyBars(values: readonly number[], width: number, others: readonly number[] = []): StrategyBars {
  const known = [...values, ...others].filter(Number.isFinite)
  const reach = valueAxisReach(values.filter(Number.isFinite))
  const scale = scaleLinear()
    .domain([Math.max(-reach, Math.min(0, ...known)), Math.min(reach, Math.max(0, ...known, Number.MIN_VALUE))])
    .range([0, width])
    .clamp(true)
  const zeroX = scale(0)
  const bars = values.map((value) => {
    if (!Number.isFinite(value)) return null
    const length = Math.max(THINNEST, Math.abs(scale(value) - zeroX))
    const isNegative = value < 0
    return { x: isNegative ? zeroX - length : zeroX, width: length, isNegative, isCut: Math.abs(value) > reach }
  })
  return { zeroX, xOf: (value) => scale(value), bars }
}
