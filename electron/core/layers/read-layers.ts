import { AppError } from '../../../shared/contract/errors.ts'
import type { Layer, LayerFeatureDetail } from '../../../shared/contract/layers.ts'
import { packFeatures } from '../../../shared/map/layer-features.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'

interface LayerRow extends Pick<Layer, 'layerId' | 'name' | 'title' | 'importedAt'> {
  readonly edition: number
}

interface PartRow {
  readonly part: string
  readonly geometryType: string | null
  readonly features: number
  readonly vertices: number
  readonly west: number | null
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface FeatureBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The reference layers of the catalog, in the order of their import. */
export function readLayers(db: Db): Layer[] {
  const rows = prepared(
    db,
    `SELECT data_set.key AS layerId, name, title, edition, data_set.imported_at AS importedAt FROM data_set
     JOIN import_edition ON import_edition.key = edition WHERE data_set.kind = 'layer' ORDER BY data_set.key`,
  ).all() as LayerRow[]
  return rows.map(({ edition, ...row }) => ({ ...row, ...figuresOf(db, edition) }))
}

function figuresOf(db: Db, edition: number): Pick<Layer, 'parts' | 'features' | 'vertices' | 'geometryTypes' | 'box'> {
  const rows = prepared(
    db,
    `SELECT layer AS part, geometry_type AS geometryType, count(*) AS features, sum(vertices) AS vertices,
       min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north
     FROM layer_feature WHERE edition = ? GROUP BY layer, geometry_type`,
  ).all(edition) as PartRow[]
  const placed = rows.filter((row) => row.west !== null)
  const types: Record<string, number> = {}
  for (const { geometryType, features } of placed)
    if (geometryType !== null) types[geometryType] = (types[geometryType] ?? 0) + features
  return {
    parts: [...new Set(rows.map((row) => row.part))],
    features: rows.reduce((sum, row) => sum + row.features, 0),
    vertices: rows.reduce((sum, row) => sum + row.vertices, 0),
    geometryTypes: types,
    box:
      placed.length === 0
        ? null
        : [
            Math.min(...placed.map((row) => row.west ?? 0)),
            Math.min(...placed.map((row) => row.south)),
            Math.max(...placed.map((row) => row.east)),
            Math.max(...placed.map((row) => row.north)),
          ],
  }
}

/** The features of a layer that touch a box, those with the largest boxes first. @throws AppError not_found */
export function readLayerFeatures(db: Db, layerId: number, box: FeatureBox, limit: number): Uint8Array<ArrayBuffer> {
  const edition = requireLayer(db, layerId)
  const rows = prepared(
    db,
    // The plus keeps the index of boxes in charge of the search.
    `SELECT feature.key AS id, geometry FROM layer_rtree AS box JOIN layer_feature AS feature ON feature.key = box.key
     WHERE box.east >= ? AND box.west <= ? AND box.north >= ? AND box.south <= ? AND +feature.edition = ?
     ORDER BY (feature.east - feature.west) + (feature.north - feature.south) DESC, feature.key LIMIT ?`,
  ).all(box.west, box.east, box.south, box.north, edition, limit) as { id: number; geometry: Uint8Array }[]
  return packFeatures(rows)
}

/** One feature with all its attributes. @throws AppError not_found */
export function readLayerFeature(db: Db, featureId: number): LayerFeatureDetail {
  const row = prepared(
    db,
    `SELECT feature.key AS featureId, data_set.key AS layerId, layer AS part, feature.name AS name,
       geometry_type AS geometryType, crosses_itself AS crossesItself, attributes
     FROM layer_feature AS feature JOIN data_set ON data_set.edition = feature.edition WHERE feature.key = ?`,
  ).get(featureId) as
    | (Omit<LayerFeatureDetail, 'crossesItself' | 'attributes'> & { crossesItself: number | null; attributes: string })
    | undefined
  if (!row) throw new AppError('not_found', 'The feature is no longer in the catalog; look at the layer again.')
  return {
    ...row,
    crossesItself: row.crossesItself === null ? null : row.crossesItself === 1,
    attributes: JSON.parse(row.attributes) as LayerFeatureDetail['attributes'],
  }
}

/** The edition of a layer. @throws AppError not_found */
export function requireLayer(db: Db, layerId: number): number {
  const edition = prepared(db, `SELECT edition FROM data_set WHERE key = ? AND kind = 'layer'`).pluck().get(layerId)
  if (typeof edition !== 'number')
    throw new AppError('not_found', 'The layer is no longer in the catalog; look at the list of layers again.')
  return edition
}
