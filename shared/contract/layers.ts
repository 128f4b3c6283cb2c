import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { writeResult } from './sites.ts'
import { bytes, timestampMs } from './values.ts'

const layerId = z.int().min(1)

/** One imported map file, as a list shows it. */
export const layer = z.strictObject({
  layerId,
  /** The file's name. */
  name: z.string(),
  /** What it is: "KML", "Shapefile". */
  title: z.string(),
  /** The layers inside the file. */
  parts: z.array(z.string()),
  features: z.number().int(),
  vertices: z.number().int(),
  /** Features by the type of their geometry. */
  geometryTypes: z.record(z.string(), z.number().int()),
  /** Degrees: west, south, east, north; null where nothing has a place. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  importedAt: timestampMs,
})

export const layerFeatureDetail = z.strictObject({
  featureId: z.number().int(),
  layerId,
  part: z.string(),
  name: z.string().nullable(),
  geometryType: z.string().nullable(),
  /** True where a polygon's outline crosses itself; null where that was not looked at. */
  crossesItself: z.boolean().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

export type Layer = z.output<typeof layer>
export type LayerFeatureDetail = z.output<typeof layerFeatureDetail>

const degrees = { longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) }

export const layers = {
  'layers.list': { kind: 'query', input: z.strictObject({}), output: z.array(layer) },
  /** The features of a layer that touch a box of degrees, as one packed block: shared/map/layer-features.ts. */
  'layers.features': {
    kind: 'query',
    input: z.strictObject({
      layerId,
      west: degrees.longitude,
      south: degrees.latitude,
      east: degrees.longitude,
      north: degrees.latitude,
      /** Features with the largest boxes come first, so that a limit leaves out the smallest. */
      limit: z.int().min(1).max(100_000).default(20_000),
    }),
    output: bytes,
  },
  'layers.feature': {
    kind: 'query',
    input: z.strictObject({ featureId: z.int().min(1) }),
    output: layerFeatureDetail,
  },
  /** Takes a layer out of the catalog, as one step of undo. */
  'layers.remove': { kind: 'command', input: z.strictObject({ layerId }), output: writeResult },
} as const satisfies ContractDef
