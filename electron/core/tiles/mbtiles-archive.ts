import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import { Database, type Db, type Statement } from '../db/database.ts'
import { isNetworkFolder } from '../db/network-folder.ts'
import { describedAs, jsonObject, soundBox, vectorLayerIds } from './archive-text.ts'
import type { ArchiveInfo, TileAddress, TileArchive } from './tile-archive.ts'
import { MOST_TILE_BYTES, TileDamage, tileContent } from './tile-content.ts'

const DEEPEST_ZOOM = 26
/** Most characters of one entry of the metadata; the list of vector layers is the longest. */
const MOST_METADATA_CHARACTERS = 4 * 1024 * 1024
const MOST_METADATA_ROWS = 200

interface TileRow {
  readonly bytes: unknown
  readonly size: number | null
}

/**
 * Opens an MBTiles file (github.com/mapbox/mbtiles-spec, 1.3) to read, without ever writing beside it.
 * @throws AppError bad_input with one sentence.
 */
export function openMbtiles(file: string, fileName: string): TileArchive {
  refuseLog(file, fileName)
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 2_000 })
  try {
    // A view of a stranger's file may call no function that could do harm.
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    return new MbtilesArchive(db, fileName)
  } catch (error) {
    db.close()
    throw error
  }
}

class MbtilesArchive implements TileArchive {
  readonly info: ArchiveInfo
  readonly #db: Db
  readonly #tile: Statement
  readonly #columns: Statement
  readonly #first: Statement
  readonly #next: Statement

  constructor(db: Db, fileName: string) {
    this.#db = db
    requireTiles(db, fileName)
    this.#tile = db.prepare(
      `SELECT CASE WHEN length(tile_data) <= ${MOST_TILE_BYTES} THEN tile_data END AS bytes, length(tile_data) AS size
       FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1`,
    )
    this.#columns = db.prepare(
      `SELECT (SELECT tile_column FROM tiles WHERE zoom_level = $zoom ORDER BY tile_column LIMIT 1) AS first,
         (SELECT tile_column FROM tiles WHERE zoom_level = $zoom ORDER BY tile_column DESC LIMIT 1) AS last`,
    )
    this.#first = db.prepare('SELECT tile_column AS x, tile_row AS row FROM tiles WHERE zoom_level = ? LIMIT ?')
    this.#next = db.prepare(
      `SELECT tile_column AS x, tile_row AS row FROM tiles WHERE zoom_level = ? AND tile_column >= ?
       ORDER BY tile_column, tile_row LIMIT 1 OFFSET ?`,
    )
    this.info = this.#describe(fileName)
  }

  read({ z, x, y }: TileAddress): Uint8Array | null {
    const found = this.#tile.get(z, x, rowFromSouth(z, y)) as TileRow | undefined
    if (!found || found.size === null) return null
    if (found.size > MOST_TILE_BYTES) throw new TileDamage('is larger than 8 MB')
    if (!(found.bytes instanceof Uint8Array)) throw new TileDamage('is stored as text and not as a tile')
    return found.bytes
  }

  sample(zoom: number, count: number): TileAddress[] {
    const { first, last } = this.#columns.get({ zoom }) as { first: unknown; last: unknown }
    if (typeof first !== 'number' || typeof last !== 'number') return []
    const found = new Map<string, TileAddress>()
    const add = (row: { x: number; row: number } | undefined) => {
      if (row && isTileNumber(row.x, zoom) && isTileNumber(row.row, zoom))
        found.set(`${row.x}/${row.row}`, { z: zoom, x: row.x, y: rowFromSouth(zoom, row.row) })
    }
    const begin = this.#first.all(zoom, count + 1) as { x: number; row: number }[]
    if (begin.length <= count) {
      for (const row of begin) add(row)
      return [...found.values()]
    }
    for (let step = 0; step < count; step += 1) {
      const column = Math.floor(first + ((last - first) * step) / Math.max(1, count - 1))
      // A further row each time, so that a narrow archive is not tried along one edge alone.
      const row = this.#next.get(zoom, column, step) ?? this.#next.get(zoom, column, 0)
      add(row as { x: number; row: number } | undefined)
    }
    return [...found.values()]
  }

  close(): void {
    this.#db.close()
  }

  #describe(fileName: string): ArchiveInfo {
    const metadata = readMetadata(this.#db)
    const remarks: string[] = []
    const zooms = this.#zooms(fileName)
    const stated = { minZoom: wholeNumber(metadata['minzoom']), maxZoom: wholeNumber(metadata['maxzoom']) }
    if (
      (stated.minZoom !== null && stated.minZoom !== zooms.minZoom) ||
      (stated.maxZoom !== null && stated.maxZoom !== zooms.maxZoom)
    )
      remarks.push(
        `The file says zooms ${stated.minZoom ?? '?'} to ${stated.maxZoom ?? '?'} and holds ${zooms.minZoom} to ${zooms.maxZoom}.`,
      )
    if (metadata['scheme'] === 'xyz')
      remarks.push('The file says that it counts rows from the north; if it is shown upside down, turn its rows over.')
    const bounds = typeof metadata['bounds'] === 'string' ? metadata['bounds'].split(',').map(Number) : []
    return {
      container: 'mbtiles',
      kind: this.#kind(fileName, zooms.minZoom, metadata['format']),
      ...describedAs(metadata),
      ...zooms,
      box: soundBox(bounds),
      vectorLayers: vectorLayerIds(jsonObject(typeof metadata['json'] === 'string' ? metadata['json'] : '')),
      remarks,
    }
  }

  /** Of the tiles themselves: what metadata says of zooms is often left out or wrong. */
  #zooms(fileName: string): { minZoom: number; maxZoom: number } {
    const end = (order: string) =>
      this.#db.prepare(`SELECT zoom_level FROM tiles ORDER BY zoom_level ${order} LIMIT 1`).pluck().get()
    const minZoom = end('ASC')
    const maxZoom = end('DESC')
    if (minZoom === undefined)
      throw new AppError('bad_input', `"${fileName}" holds no tiles; make it again and add it then.`)
    if (!isZoom(minZoom) || !isZoom(maxZoom))
      throw new AppError('bad_input', `"${fileName}" numbers its zooms in a way that cannot be read; make it again.`)
    return { minZoom, maxZoom }
  }

  /** By the first tile that is whole, and by what the metadata says only where none is. */
  #kind(fileName: string, zoom: number, format: unknown): ArchiveInfo['kind'] {
    for (const address of this.sample(zoom, 4)) {
      try {
        const bytes = this.read(address)
        if (bytes) return tileContent(bytes).type === 'mvt' ? 'vector' : 'raster'
      } catch (error) {
        if (!(error instanceof TileDamage)) throw error
      }
    }
    if (format === 'pbf' || format === 'mvt') return 'vector'
    if (typeof format === 'string' && /^(png|jpe?g|webp)$/.test(format)) return 'raster'
    throw new AppError(
      'bad_input',
      `"${fileName}" holds no tiles that the map can draw; PNG, JPEG and WebP pictures and Mapbox vector tiles are drawn.`,
    )
  }
}

/** MBTiles counts rows from the south, whatever its metadata say of a scheme. */
function rowFromSouth(z: number, y: number): number {
  return 2 ** z - 1 - y
}

function requireTiles(db: Db, fileName: string): void {
  const definition = db
    .prepare(`SELECT type, sql FROM sqlite_master WHERE name = 'tiles' AND type IN ('table', 'view')`)
    .get() as { type: string; sql: string } | undefined
  if (!definition)
    throw new AppError('bad_input', `"${fileName}" is a database without map tiles; choose an .mbtiles file.`)
  // Tools that store equal pictures once make "tiles" a view of two tables. One that counts on for ever is an attack.
  if (definition.type === 'view' && /\brecursive\b|\bgenerate_series\b|\bwith\b/i.test(definition.sql))
    throw new AppError('bad_input', `"${fileName}" computes its tiles instead of holding them, and was not added.`)
}

function readMetadata(db: Db): Readonly<Record<string, unknown>> {
  try {
    const rows = db
      .prepare(
        `SELECT CAST(name AS TEXT) AS name, CAST(value AS TEXT) AS value FROM metadata
         WHERE length(value) <= ${MOST_METADATA_CHARACTERS} LIMIT ${MOST_METADATA_ROWS}`,
      )
      .all() as { name: string | null; value: string | null }[]
    return Object.fromEntries(rows.map(({ name, value }) => [(name ?? '').toLowerCase(), value ?? '']))
  } catch {
    // The tiles can be shown without it.
    return {}
  }
}

/**
 * A database with a write-ahead log needs a file of shared memory beside it, which a network folder cannot give.
 * Bytes 18 and 19 of the header are 2 for such a database (sqlite.org/fileformat.html).
 */
function refuseLog(file: string, fileName: string): void {
  const head = Buffer.alloc(20)
  const fd = openSync(file, 'r')
  try {
    readSync(fd, head, 0, 20, 0)
  } finally {
    closeSync(fd)
  }
  if (head[19] === 2 && isNetworkFolder(path.dirname(file)))
    throw new AppError(
      'bad_input',
      `"${fileName}" uses SQLite's write-ahead log, which does not work on a network folder; copy it to this computer and add it there.`,
    )
}

function isZoom(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= DEEPEST_ZOOM
}

function isTileNumber(value: unknown, zoom: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** zoom
}

function wholeNumber(text: unknown): number | null {
  const value = typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN
  return isZoom(value) ? value : null
}
