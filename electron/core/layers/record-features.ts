import { RECORD_LAYERS, type RecordLayerName } from '../../../shared/map/layers/record-layers.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { LayerSource } from './layer-source.ts'
import { plantPlaces } from './plant-places.ts'
import { queueByCounty } from './queue-by-county.ts'

/** A point that the program draws from the catalog's records. */
export interface RecordFeature {
  readonly name: string
  readonly longitude: number
  readonly latitude: number
  readonly attributes: Readonly<Record<string, string | number | null>>
}

const TABLE = 'temp.record_feature'

const READERS: Readonly<
  Record<RecordLayerName, { readonly dataSets: string; read(db: Db, referenceFolder: string): RecordFeature[] }>
> = {
  queueByCounty: { dataSets: 'queue', read: queueByCounty },
  plants: { dataSets: 'plants', read: plantPlaces },
}

/** The editions that the rows of each connection were made from. */
const MADE_FROM = new WeakMap<Db, Map<number, string>>()

/**
 * The source of a layer of records. Its rows are made anew, in a table of the connection alone, when another edition of
 * what they are made from counts.
 * @param referenceFolder holds us_counties.csv.
 */
export function recordSource(db: Db, referenceFolder: string, layerId: number): LayerSource {
  const [name] = Object.entries(RECORD_LAYERS).find(([, layer]) => layer.layerId === layerId) as [
    RecordLayerName,
    unknown,
  ]
  const { dataSets, read } = READERS[name]
  const editions = editionsOf(db, dataSets)
  const known = madeFrom(db)
  if (known.get(layerId) !== editions) {
    write(db, layerId, read(db, referenceFolder))
    known.set(layerId, editions)
  }
  return { table: TABLE, edition: layerId }
}

/** Whether there is anything that a layer of records could be made from. */
export function hasRecords(db: Db, name: RecordLayerName): boolean {
  return editionsOf(db, READERS[name].dataSets) !== ''
}

/** When the newest of the editions that a layer of records is made from came in. */
export function recordsImportedAt(db: Db, name: RecordLayerName): number {
  const newest = prepared(db, 'SELECT max(imported_at) FROM data_set WHERE kind = ?')
    .pluck()
    .get(READERS[name].dataSets)
  return (newest as number | null) ?? 0
}

function editionsOf(db: Db, kind: string): string {
  const editions = prepared(db, 'SELECT edition FROM data_set WHERE kind = ? ORDER BY key').pluck().all(kind)
  return editions.join(' ')
}

function madeFrom(db: Db): Map<number, string> {
  let known = MADE_FROM.get(db)
  if (!known) {
    db.exec(`
      CREATE TEMP TABLE record_feature (
        key INTEGER PRIMARY KEY, edition INTEGER NOT NULL, layer TEXT NOT NULL, name TEXT, geometry_type TEXT NOT NULL,
        geometry BLOB, vertices INTEGER NOT NULL, west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL,
        north REAL NOT NULL, crosses_itself INTEGER, attributes TEXT NOT NULL
      );
      CREATE INDEX temp.record_feature_box
        ON record_feature (edition, west, east, south, north, layer, geometry_type, vertices, crosses_itself);
    `)
    known = new Map()
    MADE_FROM.set(db, known)
  }
  return known
}

function write(db: Db, edition: number, features: readonly RecordFeature[]): void {
  db.transaction(() => {
    db.prepare(`DELETE FROM ${TABLE} WHERE edition = ?`).run(edition)
    const insert = db.prepare(
      `INSERT INTO ${TABLE} (edition, layer, name, geometry_type, vertices, west, south, east, north, attributes)
       VALUES (?, '', ?, 'Point', 1, ?, ?, ?, ?, ?)`,
    )
    for (const { name, longitude, latitude, attributes } of features)
      insert.run(edition, name, longitude, latitude, longitude, latitude, JSON.stringify(attributes))
  })()
}
