import type { MapScheme } from '../map-scheme.ts'
import { attributeNumber } from './attribute-number.ts'
import { classOf } from './class-breaks.ts'
import type { LayerLook } from './layer-look.ts'
import { LAYER_COLORS, LAYER_OTHER_COLORS, LAYER_PALETTE, LAYER_RAMP_COLORS } from './layer-palette.ts'

/** How the features of one class are drawn. Lengths in CSS pixels, colours as hex. */
export interface ClassStyle {
  readonly color: string
  readonly widthPx: number
  readonly radiusPx: number
}

/** By how much the highest class is larger than the lowest, where sizes grow with the class. */
const MOST_GROWTH = 2.6

/** Points and lines are drawn this much smaller while the map shows a continent, where they would grow together. */
export function sizeAtZoom(zoom: number): number {
  return Math.max(0.55, Math.min(1, 0.55 + (zoom - 4) * 0.09))
}

/** The styles of a look's classes in order, the last for features of no class. */
export function classStyles(look: LayerLook, scheme: MapScheme): ClassStyle[] {
  const { by, strokeWidthPx, pointRadiusPx } = look
  const plain = (color: string): ClassStyle => ({ color, widthPx: strokeWidthPx, radiusPx: pointRadiusPx })
  const palette = LAYER_PALETTE[scheme]
  if (!by) return [plain(palette[look.color])]
  const other = plain(LAYER_OTHER_COLORS[scheme])
  if (by.kind === 'categories') {
    const first = LAYER_COLORS.indexOf(look.color)
    const colors = by.values.map((_, at) => palette[LAYER_COLORS[(first + at) % LAYER_COLORS.length] ?? look.color])
    return [...colors.map(plain), other]
  }
  const ramp = LAYER_RAMP_COLORS[scheme][by.ramp]
  const count = by.breaks.length + 1
  const graded = Array.from({ length: count }, (_, at): ClassStyle => {
    const share = count === 1 ? 1 : at / (count - 1)
    const growth = by.sizes ? 1 + share * (MOST_GROWTH - 1) : 1
    const color = ramp[Math.round(share * (ramp.length - 1))] ?? palette[look.color]
    return { color, widthPx: strokeWidthPx * growth, radiusPx: pointRadiusPx * growth }
  })
  return [...graded, other]
}

/**
 * The class of each feature, as an index into `classStyles`; null where the look has one class alone.
 * @param readValue the value of the look's attribute.
 */
export function classify(look: LayerLook, ids: Uint32Array, readValue: (id: number) => unknown): Uint8Array | null {
  const { by } = look
  if (!by) return null
  if (by.kind === 'categories') {
    const classes = new Map(by.values.map((value, at) => [value, at]))
    return Uint8Array.from(ids, (id) => classes.get(String(readValue(id) ?? '')) ?? by.values.length)
  }
  return Uint8Array.from(ids, (id) => {
    const number = attributeNumber(readValue(id))
    return number === null ? by.breaks.length + 1 : classOf(number, by.breaks)
  })
}
