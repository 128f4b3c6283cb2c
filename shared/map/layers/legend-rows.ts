import type { MapScheme } from '../map-scheme.ts'
import { type ClassStyle, classStyles } from './class-styles.ts'
import type { LayerLook } from './layer-look.ts'

/** One line of a layer's legend. */
export interface LegendRow {
  readonly text: string
  readonly style: ClassStyle
}

/** What the colours and sizes of a layer mean; a layer of one look has one row without text. */
export function legendRows({ by, ...look }: LayerLook, scheme: MapScheme): LegendRow[] {
  const styles = classStyles({ by, ...look }, scheme)
  return styles.map((style, at) => ({ style, text: by ? textOf(by, at) : '' }))
}

function textOf(by: NonNullable<LayerLook['by']>, at: number): string {
  if (by.kind === 'categories') return by.values[at] ?? 'Other'
  const { breaks } = by
  if (at > breaks.length) return 'Unknown'
  const [first] = breaks
  if (first === undefined) return 'All values'
  if (at === 0) return `below ${format(first)}`
  const least = breaks[at - 1]!
  return at === breaks.length ? `${format(least)} and more` : `${format(least)} to ${format(breaks[at]!)}`
}

function format(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: Math.abs(value) >= 1_000 ? 6 : 3 })
}
