import * as z from 'zod'
import { CLASS_METHODS } from '../map/layers/class-breaks.ts'
import { LAYER_DASHES, MOST_CATEGORIES } from '../map/layers/layer-look.ts'
import { LAYER_COLORS, LAYER_RAMPS } from '../map/layers/layer-palette.ts'

const attribute = z.string().min(1).max(400)
const shortText = z.string().max(400)

export const layerFilter = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['contains', 'equals']), attribute, text: shortText }),
  z.strictObject({ op: z.literal('between'), attribute, least: z.number().nullable(), most: z.number().nullable() }),
])

/** How a reference layer is drawn: shared/map/layers/layer-look.ts. */
export const layerLook = z.strictObject({
  color: z.enum(LAYER_COLORS),
  strokeWidthPx: z.number().min(0).max(8),
  dash: z.enum(LAYER_DASHES),
  fillOpacity: z.number().min(0).max(1),
  pointRadiusPx: z.number().min(1).max(16),
  opacity: z.number().min(0.05).max(1),
  by: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('categories'),
        attribute,
        values: z.array(shortText).max(MOST_CATEGORIES).readonly(),
      }),
      z.strictObject({
        kind: z.literal('graduated'),
        attribute,
        method: z.enum(CLASS_METHODS),
        breaks: z.array(z.number()).max(4).readonly(),
        ramp: z.enum(LAYER_RAMPS),
        sizes: z.boolean(),
      }),
    ])
    .nullable(),
  labelAttribute: attribute.nullable(),
  filter: layerFilter.nullable(),
  minZoom: z.int().min(0).max(16),
})
