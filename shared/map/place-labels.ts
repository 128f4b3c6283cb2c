import { BoxGrid } from './box-grid.ts'
import type { LabelIndex } from './label-index.ts'
import type { LabelKind } from './label-set.ts'
import { type LabelStyle, labelKindOf, labelStyle } from './label-style.ts'
import { worldSizePx } from './mercator.ts'
import type { MapWindow } from './tile-cover.ts'

/** A rectangle in pixels from the window's top left corner. */
export interface LabelBox {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A name with its place, in pixels from the window's top left corner. */
export interface PlacedLabel {
  /** As set: upper case where the style says so. */
  readonly text: string
  readonly style: LabelStyle
  /** Left end of the text and the middle of its line height. */
  readonly x: number
  readonly y: number
  /** The town dot, where the style has one. */
  readonly dotX: number
  readonly dotY: number
  /** What the name occupies, without its dot. */
  readonly box: LabelBox
}

/** Width of a text in pixels, letter spacing included. */
export type MeasureText = (text: string, style: LabelStyle) => number

/** Where an area's name is tried about its place: across in its own widths, down in its own sizes. */
const AREA_SHIFTS = [
  [0, 0],
  [0, 0.9],
  [0, -0.9],
  [-0.22, 0],
  [0.22, 0],
  [0, 1.8],
  [0, -1.8],
  [-0.22, 1.3],
  [0.22, -1.3],
] as const

const NO_KINDS: ReadonlySet<LabelKind> = new Set()

/** Clear space kept around a name, pixels. */
const PADDING_PX = 3
/** Names whose place lies this far outside may still reach in. */
const REACH_PX = 90

/**
 * Places names without overlap, most important first. A town's name is tried right, left, above and below its
 * dot; an area's name on its place, then a little off it. Names that find no room are left out.
 * @param obstacles rectangles that no name may cover
 * @param hidden kinds of names that are left out
 */
export function placeLabels(
  index: LabelIndex,
  window: MapWindow,
  measure: MeasureText,
  obstacles: readonly LabelBox[] = [],
  hidden: ReadonlySet<LabelKind> = NO_KINDS,
): PlacedLabel[] {
  const size = worldSizePx(window.zoom)
  const zoom = Math.round(window.zoom)
  const taken = new BoxGrid(window.width, window.height)
  for (const obstacle of obstacles) taken.add(obstacle)
  const placed: PlacedLabel[] = []
  const candidates = index.candidates(
    zoom,
    (window.left - REACH_PX) / size,
    (window.top - REACH_PX) / size,
    (window.left + window.width + REACH_PX) / size,
    (window.top + window.height + REACH_PX) / size,
  )
  for (const label of candidates) {
    const kind = labelKindOf(index.labels.kinds[label]!)
    if (hidden.has(kind)) continue
    const style = labelStyle(kind, index.labels.ranks[label]!, window.zoom)
    const name = index.labels.names[label]!
    const text = style.upperCase ? name.toUpperCase() : name
    const dotX = index.x[label]! * size - window.left
    const dotY = index.y[label]! * size - window.top
    const width = measure(text, style)
    const dot = dotBox(dotX, dotY, style)
    if (dot && taken.hits(dot)) continue
    for (const [x, y] of positions(dotX, dotY, width, style)) {
      const box = {
        minX: x - PADDING_PX,
        minY: y - style.sizePx * 0.62 - PADDING_PX / 3,
        maxX: x + width + PADDING_PX,
        maxY: y + style.sizePx * 0.62 + PADDING_PX / 3,
      }
      if (taken.hits(box)) continue
      taken.add(box)
      if (dot) taken.add(dot)
      placed.push({ text, style, x, y, dotX, dotY, box })
      break
    }
  }
  return placed
}

function dotBox(x: number, y: number, style: LabelStyle): LabelBox | null {
  if (style.dotPx === 0) return null
  const reach = style.dotPx + 1
  return { minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach }
}

function positions(x: number, y: number, width: number, style: LabelStyle): [x: number, y: number][] {
  if (style.dotPx === 0) {
    const left = x - width / 2
    return AREA_SHIFTS.map(([across, down]) => [left + across * width, y + down * style.sizePx])
  }
  const gap = style.dotPx + 4
  const rise = style.sizePx * 0.62 + style.dotPx + 3
  return [
    [x + gap, y],
    [x - gap - width, y],
    [x - width / 2, y - rise],
    [x - width / 2, y + rise],
  ]
}
