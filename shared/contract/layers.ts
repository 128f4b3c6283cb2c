import * as z from 'zod'
import { isRecordLayer } from '../map/layers/record-layers.ts'
import type { ContractDef } from './define.ts'
import { layerFilter, layerLook } from './layer-look.ts'
import { writeResult } from './sites.ts'
import { bytes, timestampMs } from './values.ts'

/** Below zero for what the program draws from the catalog's own records: shared/map/layers/record-layers.ts. */
const layerId = z.int().refine((id) => id >= 1 || isRecordLayer(id), 'No layer has this id.')

const attributeValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

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
  look: layerLook,
  /** Features without a position, at 0, 0, or nearer to a pole than the map reaches. */
  misplaced: z.number().int(),
  /** Areas whose outline crosses itself. */
  crossing: z.number().int(),
})

export const layerFeatureDetail = z.strictObject({
  featureId: z.number().int(),
  layerId,
  part: z.string(),
  name: z.string().nullable(),
  geometryType: z.string().nullable(),
  /** True where a polygon's outline crosses itself; null where that was not looked at. */
  crossesItself: z.boolean().nullable(),
  attributes: z.record(z.string(), attributeValue),
  /** Where it lies, in degrees: west, south, east, north; null where it has no place. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
})

export type Layer = z.output<typeof layer>
export type LayerFeatureDetail = z.output<typeof layerFeatureDetail>

/** One attribute of a layer's features, for choosing a style or a filter by it. */
export const layerField = z.strictObject({
  attribute: z.string(),
  /** Features with a value. */
  known: z.number().int(),
  /** Of these, values that are numbers, or texts that read as one. */
  numbers: z.number().int(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** The commonest values as text with their counts, commonest first. */
  common: z.array(z.strictObject({ text: z.string(), count: z.number().int() })),
  /** Different values, counted up to a thousand. */
  distinct: z.number().int(),
})

export const layerRow = z.strictObject({
  featureId: z.number().int(),
  name: z.string().nullable(),
  values: z.array(attributeValue),
})

const rowsRequest = {
  layerId,
  attributes: z.array(z.string()).max(200),
  /** An attribute; null for the order of the file. */
  sortBy: z.string().nullable(),
  descending: z.boolean(),
  /** Rows in which this is part of the name or of any value. */
  text: z.string().max(200),
  filter: layerFilter.nullable(),
}

export type LayerField = z.output<typeof layerField>
export type LayerRow = z.output<typeof layerRow>

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
    /** The layer is needed for a feature of the catalog's records alone. */
    input: z.strictObject({ featureId: z.int().min(1), layerId: layerId.optional() }),
    output: layerFeatureDetail,
  },
  /**
   * The features of a box of degrees as they are drawn at a zoom: clipped, simplified, filtered, as one packed block:
   * shared/map/layers/layer-shapes.ts. However large they are, what comes back is about as large as the screen.
   */
  'layers.shapes': {
    kind: 'query',
    input: z.strictObject({
      layerId,
      west: degrees.longitude,
      south: degrees.latitude,
      east: degrees.longitude,
      north: degrees.latitude,
      zoom: z.int().min(0).max(22),
      filter: layerFilter.nullable(),
    }),
    output: bytes,
  },
  /** The attributes of a layer's features, in the order of their first appearance. */
  'layers.fields': { kind: 'query', input: z.strictObject({ layerId }), output: z.array(layerField) },
  /** The values of one attribute by feature, those without one left out. */
  'layers.values': {
    kind: 'query',
    input: z.strictObject({ layerId, attribute: z.string() }),
    output: z.strictObject({ ids: z.array(z.number().int()), values: z.array(attributeValue) }),
  },
  /** A stretch of the attribute table. */
  'layers.rows': {
    kind: 'query',
    input: z.strictObject({ ...rowsRequest, offset: z.int().min(0), limit: z.int().min(1).max(1_000) }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(layerRow) }),
  },
  /** Where a feature stands in the attribute table, from 0; null where it is not in it. */
  'layers.rowOf': {
    kind: 'query',
    input: z.strictObject({ ...rowsRequest, featureId: z.int().min(1) }),
    output: z.strictObject({ index: z.number().int().nullable() }),
  },
  /** Sets how a layer is drawn for everybody, as one step of undo. */
  'layers.restyle': { kind: 'command', input: z.strictObject({ layerId, look: layerLook }), output: writeResult },
  /** Sets the order of layers, the topmost first, as one step of undo; layers that are not named go below. */
  'layers.reorder': {
    kind: 'command',
    input: z.strictObject({ layerIds: z.array(layerId).min(1).max(1_000) }),
    output: writeResult,
  },
  /** Takes a layer out of the catalog, as one step of undo. */
  'layers.remove': { kind: 'command', input: z.strictObject({ layerId }), output: writeResult },
} as const satisfies ContractDef
