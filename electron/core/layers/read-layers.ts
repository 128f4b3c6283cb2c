import { AppError } from '../../../shared/contract/errors.ts'
import type { Layer, LayerFeatureDetail } from '../../../shared/contract/layers.ts'
import { packFeatures } from '../../../shared/map/layer-features.ts'
import { defaultLook, type LayerLook } from '../../../shared/map/layers/layer-look.ts'
import { RECORD_LAYERS, type RecordLayerName } from '../../../shared/map/layers/record-layers.ts'
import { MERCATOR_MAX_LATITUDE } from '../../../shared/map/mercator.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { importedSource, type LayerSource } from './layer-source.ts'
import { hasRecords, recordSource, recordsImportedAt } from './record-features.ts'
import { recordLook } from './record-look.ts'

interface LayerRow extends Pick<Layer, 'layerId' | 'name' | 'title' | 'importedAt'> {
  readonly edition: number
}

interface PartRow {
  readonly part: string
  readonly geometryType: string | null
  readonly features: number
  readonly vertices: number
  readonly misplaced: number
  readonly crossing: number
  readonly west: number | null
  readonly south: number
  readonly east: number
  readonly north: number
}

interface LookRow {
  readonly look: LayerLook | null
  readonly place: number | null
}

export interface FeatureBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Where layers lie that nobody has put in order: new lines and points on top, then records, then areas. */
const UNPLACED = -2
const UNPLACED_AREAS = -1
const UNPLACED_RECORDS = -1.5

/** The layers of the catalog, the topmost first: those that somebody has put in order, above them newer imports. */
export function readLayers(db: Db, referenceFolder: string): Layer[] {
  const rows = prepared(
    db,
    `SELECT data_set.key AS layerId, name, title, edition, data_set.imported_at AS importedAt FROM data_set
     JOIN import_edition ON import_edition.key = edition WHERE data_set.kind = 'layer' ORDER BY data_set.key DESC`,
  ).all() as LayerRow[]
  const looks = readLooks(db)
  const imported = rows.map(({ edition, ...row }) => {
    const figures = figuresOf(db, { table: 'layer_feature', edition })
    const kept = looks.get(row.name)
    return {
      ...row,
      ...figures,
      look: kept?.look ?? defaultLook(row.layerId, hasAreas(figures)),
      place: kept?.place ?? (hasAreas(figures) ? UNPLACED_AREAS : UNPLACED),
    }
  })
  const records = (Object.keys(RECORD_LAYERS) as RecordLayerName[])
    .filter((name) => hasRecords(db, name))
    .map((name) => {
      const { layerId, key, name: shown } = RECORD_LAYERS[name]
      return {
        layerId,
        name: shown,
        title: 'Records of this catalog',
        importedAt: recordsImportedAt(db, name),
        ...figuresOf(db, recordSource(db, referenceFolder, layerId)),
        look: looks.get(key)?.look ?? recordLook(name),
        place: looks.get(key)?.place ?? UNPLACED_RECORDS,
      }
    })
    .filter(({ features }) => features > 0)
  return [...imported, ...records]
    .sort((one, other) => (one.place === other.place ? 0 : one.place < other.place ? -1 : 1))
    .map(({ place: _, ...layer }) => layer)
}

function hasAreas({ geometryTypes }: Figures): boolean {
  return Object.keys(geometryTypes).some((type) => type.includes('Polygon'))
}

function readLooks(db: Db): ReadonlyMap<string, LookRow> {
  const rows = prepared(db, 'SELECT layer, look, place FROM layer_look').all() as {
    layer: string
    look: string | null
    place: number | null
  }[]
  return new Map(
    rows.map(({ layer, look, place }) => [
      layer,
      { look: look === null ? null : (JSON.parse(look) as LayerLook), place },
    ]),
  )
}

type Figures = Pick<Layer, 'parts' | 'features' | 'vertices' | 'geometryTypes' | 'box' | 'misplaced' | 'crossing'>

function figuresOf(db: Db, { table, edition }: LayerSource): Figures {
  const rows = prepared(
    db,
    `SELECT part, geometryType, count(*) AS features, sum(vertices) AS vertices, sum(misplaced) AS misplaced,
       sum(crossing) AS crossing, min(west) FILTER (WHERE NOT misplaced) AS west,
       min(south) FILTER (WHERE NOT misplaced) AS south, max(east) FILTER (WHERE NOT misplaced) AS east,
       max(north) FILTER (WHERE NOT misplaced) AS north
     FROM (
       SELECT layer AS part, geometry_type AS geometryType, vertices, west, south, east, north,
         coalesce(crosses_itself, 0) AS crossing,
         west IS NULL OR (west = 0 AND east = 0 AND south = 0 AND north = 0)
           OR south > ${MERCATOR_MAX_LATITUDE} OR north < -${MERCATOR_MAX_LATITUDE} AS misplaced
       FROM ${table} WHERE edition = ?
     ) GROUP BY part, geometryType`,
  ).all(edition) as PartRow[]
  const placed = rows.filter((row) => row.west !== null)
  const types: Record<string, number> = {}
  for (const { geometryType, features } of rows)
    if (geometryType !== null) types[geometryType] = (types[geometryType] ?? 0) + features
  const sum = (value: (row: PartRow) => number) => rows.reduce((total, row) => total + value(row), 0)
  return {
    parts: [...new Set(rows.map((row) => row.part))],
    features: sum((row) => row.features),
    vertices: sum((row) => row.vertices),
    geometryTypes: types,
    misplaced: sum((row) => row.misplaced),
    crossing: sum((row) => row.crossing),
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
  const { edition } = importedSource(db, layerId)
  const rows = prepared(
    db,
    // The plus keeps the index of boxes in charge of the search.
    `SELECT feature.key AS id, geometry FROM layer_rtree AS box JOIN layer_feature AS feature ON feature.key = box.key
     WHERE box.east >= ? AND box.west <= ? AND box.north >= ? AND box.south <= ? AND +feature.edition = ?
     ORDER BY (feature.east - feature.west) + (feature.north - feature.south) DESC, feature.key LIMIT ?`,
  ).all(box.west, box.east, box.south, box.north, edition, limit) as { id: number; geometry: Uint8Array }[]
  return packFeatures(rows)
}

type FeatureRow = Omit<LayerFeatureDetail, 'crossesItself' | 'attributes' | 'box' | 'layerId'> & {
  readonly crossesItself: number | null
  readonly attributes: string
  readonly edition: number
} & Readonly<Record<'west' | 'south' | 'east' | 'north', number | null>>

/** One feature with all its attributes. @throws AppError not_found */
export function readLayerFeature(db: Db, featureId: number, record: LayerSource | null = null): LayerFeatureDetail {
  const row = prepared(
    db,
    `SELECT key AS featureId, edition, layer AS part, name, geometry_type AS geometryType,
       crosses_itself AS crossesItself, west, south, east, north, attributes
     FROM ${record?.table ?? 'layer_feature'} WHERE key = ?`,
  ).get(featureId) as FeatureRow | undefined
  const layerId = row && (record ? record.edition : layerOf(db, row.edition))
  if (row === undefined || layerId === undefined)
    throw new AppError('not_found', 'The feature is no longer in the catalog; look at the layer again.')
  const { edition: _, west, south, east, north, ...feature } = row
  return {
    ...feature,
    layerId,
    crossesItself: row.crossesItself === null ? null : row.crossesItself === 1,
    attributes: JSON.parse(row.attributes) as LayerFeatureDetail['attributes'],
    box: west === null || south === null || east === null || north === null ? null : [west, south, east, north],
  }
}

function layerOf(db: Db, edition: number): number | undefined {
  return prepared(db, 'SELECT key FROM data_set WHERE edition = ?').pluck().get(edition) as number | undefined
}
