import { AppError } from '../../../../shared/contract/errors.ts'
import { Database, type Db } from '../../db/database.ts'
import { inSentence } from '../in-sentence.ts'
import type { SourceFile } from '../source/source-file.ts'
import { geometryFigures } from './geometry-figures.ts'
import type { LayerEvent, OpenedLayer } from './layer-feature.ts'
import { namedSystem } from './named-system.ts'
import { readWkb } from './read-wkb.ts'
import { type ToDegrees, toDegrees } from './reproject.ts'

interface GeopackageLayer {
  readonly table: string
  readonly geometryColumn: string
  readonly srsId: number
  readonly definition: string | null
}

const MARK = 'GPKG'
/** Bytes of the envelope by its code. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]

/** Whether a SQLite file calls itself a GeoPackage, or has the table of its contents. */
export function looksLikeGeopackage(source: SourceFile): boolean {
  const head = Buffer.from(source.head.buffer, source.head.byteOffset, source.head.byteLength)
  return (
    head.toString('latin1', 68, 72) === MARK ||
    /^GP1[01]$/.test(head.toString('latin1', 68, 72)) ||
    head.includes('gpkg_contents')
  )
}

/** Opens the feature layers of a GeoPackage. @throws AppError bad_input */
export function openGeopackage(source: SourceFile): OpenedLayer {
  const db = openDatabase(source)
  try {
    const layers = layersOf(db, source.name)
    const notes: string[] = []
    const named = namedSystem(source)
    const readings = layers.map((layer) => ({
      layer,
      reproject: named === null ? reprojectionOf(db, source.name, layer, notes) : named,
    }))
    return {
      title: layers.length === 1 ? 'GeoPackage' : `GeoPackage of ${layers.length} layers`,
      events: soundEvents(db, source.name, readings),
      notes,
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error instanceof AppError ? error : damaged(source.name)
  }
}

function openDatabase(source: SourceFile): Db {
  try {
    const db = new Database(source.path, { readonly: true, fileMustExist: true })
    // A stranger's file may hold views and functions that do more than they say.
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    return db
  } catch {
    throw damaged(source.name)
  }
}

function layersOf(db: Db, fileName: string): GeopackageLayer[] {
  const tables = new Set(
    db.prepare("SELECT lower(name) FROM sqlite_schema WHERE type IN ('table', 'view')").pluck().all(),
  )
  for (const needed of ['gpkg_contents', 'gpkg_geometry_columns'])
    if (!tables.has(needed))
      throw new AppError(
        'bad_input',
        `"${fileName}" is a GeoPackage without the table ${needed}; save it again in the program that made it.`,
      )
  const hasSystems = tables.has('gpkg_spatial_ref_sys')
  const layers = db
    .prepare(
      `SELECT contents.table_name AS "table", column_name AS geometryColumn, geometry.srs_id AS srsId,
         ${hasSystems ? '(SELECT definition FROM gpkg_spatial_ref_sys AS srs WHERE srs.srs_id = geometry.srs_id)' : 'NULL'} AS definition
       FROM gpkg_contents AS contents JOIN gpkg_geometry_columns AS geometry ON geometry.table_name = contents.table_name
       WHERE data_type = 'features' ORDER BY contents.table_name`,
    )
    .all() as GeopackageLayer[]
  const missing = layers.find(({ table }) => !tables.has(table.toLowerCase()))
  if (missing)
    throw new AppError(
      'bad_input',
      `"${fileName}" lists the layer "${inSentence(missing.table)}" and does not hold it; save it again in the program that made it.`,
    )
  if (layers.length === 0)
    throw new AppError(
      'bad_input',
      `"${fileName}" is a GeoPackage without a layer of features; choose one that has one.`,
    )
  return layers
}

function reprojectionOf(db: Db, fileName: string, layer: GeopackageLayer, notes: string[]): ToDegrees | undefined {
  const definition = layer.definition === null || layer.definition === 'undefined' ? '' : layer.definition
  const found = definition === '' ? toDegrees(`EPSG:${layer.srsId}`) : toDegrees(definition)
  if (found === 'degrees') return undefined
  if (found !== undefined) return found
  for (const event of eventsOf(db, [{ layer, reproject: undefined }])) {
    if (event.type === 'rejected' || event.feature.geometry === null) continue
    if (typeof geometryFigures(event.feature.geometry) !== 'string') continue
    throw new AppError(
      'unknown_coordinates',
      `"${fileName}" does not say which coordinates its layer "${inSentence(layer.table)}" is in, and they are no degrees; save it in longitude and latitude (EPSG:4326) and import that.`,
    )
  }
  notes.push(`The layer "${layer.table}" does not name its coordinates; they were taken as longitude and latitude.`)
  return undefined
}

/** A page that is damaged shows when its rows are read, and is no fault of the catalog. */
function* soundEvents(
  db: Db,
  fileName: string,
  readings: Parameters<typeof eventsOf>[1],
): Generator<LayerEvent, void, undefined> {
  try {
    yield* eventsOf(db, readings)
  } catch (error) {
    throw error instanceof Database.SqliteError ? damaged(fileName) : error
  }
}

function* eventsOf(
  db: Db,
  readings: readonly { layer: GeopackageLayer; reproject: ToDegrees | undefined }[],
): Generator<LayerEvent, void, undefined> {
  let row = 0
  for (const { layer, reproject } of readings) {
    const rows = db.prepare(`SELECT * FROM ${quoted(layer.table)}`).iterate() as Iterable<Record<string, unknown>>
    const key = keyColumn(db, layer.table)
    for (const { [layer.geometryColumn]: blob, ...rest } of rows) {
      row += 1
      const geometry = blob === null || blob === undefined ? null : blobGeometry(blob)
      if (geometry === undefined) {
        const reason = 'is not a geometry of a GeoPackage'
        yield { type: 'rejected', rejected: { row, column: layer.geometryColumn, reason } }
        continue
      }
      const attributes = Object.fromEntries(
        Object.entries(rest).flatMap(([name, value]) => (name === key ? [] : [[name, plainValue(value)]])),
      )
      const degrees = geometry && reproject ? reproject(geometry) : geometry
      yield { type: 'feature', feature: { row, layer: layer.table, geometry: degrees, attributes } }
    }
  }
}

/** The name of the feature id, which numbers the rows and says nothing of them. */
function keyColumn(db: Db, table: string): string | null {
  const columns = db.prepare(`SELECT name, type, pk FROM pragma_table_info(?)`).all(table) as {
    name: string
    type: string
    pk: number
  }[]
  return columns.find(({ type, pk }) => pk === 1 && /^INTEGER$/i.test(type))?.name ?? null
}

/** Null for an empty geometry, undefined for what is none. */
function blobGeometry(value: unknown) {
  if (!Buffer.isBuffer(value) || value.length < 8 || value.toString('latin1', 0, 2) !== 'GP') return undefined
  const flags = value[3] ?? 0
  if ((flags & 0b1_0000) !== 0) return null
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111]
  if (envelope === undefined) return undefined
  return readWkb(value.subarray(8 + envelope)) ?? undefined
}

function plainValue(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  return Buffer.isBuffer(value) ? `(${value.length} bytes)` : null
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function damaged(fileName: string): AppError {
  return new AppError(
    'bad_input',
    `"${fileName}" is damaged and cannot be read as a GeoPackage; fetch it again and import that.`,
  )
}
