import type { ClassMethod } from './class-breaks.ts'
import { LAYER_COLORS, type LayerColor, type LayerRamp } from './layer-palette.ts'

export const LAYER_DASHES = ['solid', 'dashed', 'dotted'] as const

export type LayerDash = (typeof LAYER_DASHES)[number]

/** Most texts of an attribute that have a colour of their own; the rest are "other". */
export const MOST_CATEGORIES = LAYER_COLORS.length

/** How features differ by the value of one attribute. */
export type LookBy =
  | {
      readonly kind: 'categories'
      readonly attribute: string
      /** The first takes the layer's own colour, the others those after it in the palette. */
      readonly values: readonly string[]
    }
  | {
      readonly kind: 'graduated'
      readonly attribute: string
      readonly method: ClassMethod
      /** Kept with the look, so that everybody who opens the catalog sees the same classes. */
      readonly breaks: readonly number[]
      readonly ramp: LayerRamp
      /** Whether points grow, and lines get wider, with the class as well. */
      readonly sizes: boolean
    }

/** Which features of a layer are shown. Texts are compared without regard to case. */
export type LayerFilter =
  | { readonly op: 'contains' | 'equals'; readonly attribute: string; readonly text: string }
  | { readonly op: 'between'; readonly attribute: string; readonly least: number | null; readonly most: number | null }

/** How a reference layer is drawn. */
export interface LayerLook {
  readonly color: LayerColor
  readonly strokeWidthPx: number
  readonly dash: LayerDash
  /** Of areas; 0 draws the outline alone. */
  readonly fillOpacity: number
  readonly pointRadiusPx: number
  /** Of the layer as a whole. */
  readonly opacity: number
  readonly by: LookBy | null
  readonly labelAttribute: string | null
  readonly filter: LayerFilter | null
  /** The layer is not drawn while the map is zoomed out further. */
  readonly minZoom: number
}

/**
 * The look of a layer that nobody has styled.
 * @param ordinal tells the colour: layers that follow each other get different ones.
 * @param hasAreas thin outlines and a faint fill let parcels and counties be seen through.
 */
export function defaultLook(ordinal: number, hasAreas = false): LayerLook {
  return {
    color: LAYER_COLORS[ordinal % LAYER_COLORS.length] ?? 'blue',
    strokeWidthPx: hasAreas ? 1 : 1.5,
    dash: 'solid',
    fillOpacity: 0.08,
    pointRadiusPx: 3.5,
    opacity: 1,
    by: null,
    labelAttribute: null,
    filter: null,
    minZoom: 0,
  }
}
