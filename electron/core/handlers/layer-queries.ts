import { isRecordLayer } from '../../../shared/map/layers/record-layers.ts'
import type { Db } from '../db/database.ts'
import { importedSource, type LayerSource } from '../layers/layer-source.ts'
import { readFields } from '../layers/read-fields.ts'
import { readLayerFeature, readLayerFeatures, readLayers } from '../layers/read-layers.ts'
import { readRowIndex, readRows } from '../layers/read-rows.ts'
import { readShapes } from '../layers/read-shapes.ts'
import { readValues } from '../layers/read-values.ts'
import { recordSource } from '../layers/record-features.ts'
import type { HandlersOfKind } from './handler-types.ts'

type LayerQueries = Pick<HandlersOfKind<'query'>, Extract<keyof HandlersOfKind<'query'>, `layers.${string}`>>

/**
 * What the reader answers about reference layers.
 * @param referenceFolder holds us_counties.csv.
 */
export function layerQueries(db: Db, referenceFolder: string): LayerQueries {
  const sourceOf = (layerId: number): LayerSource =>
    isRecordLayer(layerId) ? recordSource(db, referenceFolder, layerId) : importedSource(db, layerId)
  return {
    'layers.list': () => readLayers(db, referenceFolder),
    'layers.features': ({ layerId, limit, ...box }) => readLayerFeatures(db, layerId, box, limit),
    'layers.feature': ({ featureId, layerId }) =>
      readLayerFeature(db, featureId, layerId !== undefined && isRecordLayer(layerId) ? sourceOf(layerId) : null),
    'layers.shapes': ({ layerId, zoom, filter, ...box }) => readShapes(db, sourceOf(layerId), box, zoom, filter),
    'layers.fields': ({ layerId }) => readFields(db, sourceOf(layerId)),
    'layers.values': ({ layerId, attribute }) => readValues(db, sourceOf(layerId), attribute),
    'layers.rows': ({ layerId, ...request }) => readRows(db, sourceOf(layerId), request),
    'layers.rowOf': ({ layerId, featureId, ...request }) => ({
      index: readRowIndex(db, sourceOf(layerId), request, featureId),
    }),
  }
}
