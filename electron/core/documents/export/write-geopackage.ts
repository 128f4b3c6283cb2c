import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import { Database, type Db } from '../../db/database.ts'
import { diskError } from '../write-in-place.ts'
import type { ExportContent, ExportRow } from './export-content.ts'
import { annotationColumns } from './exported-annotations.ts'
import { putAnnotations } from './geopackage-annotations.ts'
import { geopackagePoint } from './geopackage-point.ts'
import { geopackageStyle } from './geopackage-style.ts'
import { GEOPACKAGE_TABLES, RTREE_TRIGGERS } from './geopackage-tables.ts'
import { WGS84_WKT } from './wgs84-wkt.ts'

const WGS84 = 4326

/** A GeoPackage 1.3: the layer `sites` with its index and style, and a table for notes and for sources. */
export async function writeGeopackage(outputFile: string, content: ExportContent): Promise<void> {
  const part = `${outputFile}.${randomUUID().slice(0, 8)}.part`
  let db: Db | undefined
  try {
    db = new Database(part)
    // The file is renamed into its place when it is whole, so a journal would protect nothing.
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.exec(GEOPACKAGE_TABLES)
    putReferenceSystems(db)
    db.exec('BEGIN')
    await putContent(db, content)
    db.exec('COMMIT')
    db.exec(RTREE_TRIGGERS)
    db.close()
    db = undefined
    await rename(part, outputFile)
  } catch (error) {
    db?.close()
    await rm(part, { force: true }).catch(() => undefined)
    throw diskError(error)
  }
}

function putReferenceSystems(db: Db): void {
  const put = db.prepare('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)')
  put.run('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', null)
  put.run('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null)
  put.run('WGS 84 geodetic', WGS84, 'EPSG', WGS84, WGS84_WKT, 'longitude and latitude in decimal degrees')
}

async function putContent(db: Db, content: ExportContent): Promise<void> {
  const names = content.columns.map((column) => column.name)
  db.exec(`
    CREATE TABLE sites (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, ${sqlColumns(content.columns)});
    CREATE VIRTUAL TABLE rtree_sites_geom USING rtree (id, minx, maxx, miny, maxy);`)
  const putSite = db.prepare(
    `INSERT INTO sites (geom, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`,
  )
  const putBox = db.prepare('INSERT INTO rtree_sites_geom VALUES (?, ?, ?, ?, ?)')
  const beside = new Map(content.sideTables.map((table) => [table.name, sideTable(db, table.name, table.columns)]))
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for await (const { row, position, notes, sources } of content.sites()) {
    const geometry = position === null ? null : geopackagePoint(position, WGS84)
    const { lastInsertRowid } = putSite.run(geometry, ...names.map((name) => row[name] ?? null))
    for (const note of notes) beside.get('notes')?.(note)
    for (const source of sources) beside.get('sources')?.(source)
    if (position === null) continue
    const [x, y] = position
    putBox.run(lastInsertRowid, x, x, y, y)
    bounds.west = Math.min(bounds.west, x)
    bounds.east = Math.max(bounds.east, x)
    bounds.south = Math.min(bounds.south, y)
    bounds.north = Math.max(bounds.north, y)
  }
  const putProject = beside.get('queue')
  if (putProject) for (const row of content.queue()) putProject(row)
  describe(db, content, bounds)
  putAnnotations(db, annotationColumns(content.profile), content.annotations, WGS84)
}

function describe(
  db: Db,
  content: ExportContent,
  bounds: { west: number; south: number; east: number; north: number },
) {
  const box = bounds.west > bounds.east ? [null, null, null, null] : Object.values(bounds)
  const put = db.prepare(
    `INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  put.run('sites', 'features', content.title, ...box, WGS84)
  for (const { name, title } of content.sideTables) put.run(name, 'attributes', title, null, null, null, null, null)
  put.run('layer_styles', 'attributes', 'layer_styles', null, null, null, null, null)
  db.prepare('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)').run('sites', 'geom', 'POINT', WGS84)
  db.prepare('INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)').run(
    'sites',
    'geom',
    'gpkg_rtree_index',
    'http://www.geopackage.org/spec120/#extension_rtree',
    'write-only',
  )
  const hasVerdict = content.columns.some((column) => column.name === 'verdict')
  db.prepare(
    `INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
       styleSLD, useAsDefault, description, owner) VALUES ('', '', 'sites', 'geom', 'sites', ?, '', 1, '', '')`,
  ).run(geopackageStyle(hasVerdict))
}

function sideTable(db: Db, name: string, columns: readonly ExportColumn[]): (row: ExportRow) => void {
  db.exec(`CREATE TABLE ${name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${sqlColumns(columns)})`)
  const names = columns.map((column) => column.name)
  const put = db.prepare(`INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  return (row) => {
    put.run(...names.map((each) => row[each] ?? null))
  }
}

function sqlColumns(columns: readonly ExportColumn[]): string {
  return columns.map(({ name, type }) => `${name} ${type === 'number' ? 'DOUBLE' : 'TEXT'}`).join(', ')
}
