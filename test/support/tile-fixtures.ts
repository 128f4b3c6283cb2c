import { writeFileSync } from 'node:fs'
import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { Database } from '../../electron/core/db/database.ts'
import { type TileBytes, writePmtiles } from '../../electron/tooling/basemap/pmtiles-writer.ts'

/** A picture of one colour, as a tile of `edge` pixels; `alpha` below 255 lets what is beneath shine through. */
export function pngTile(red: number, green: number, blue: number, { edge = 256, alpha = 255 } = {}): Uint8Array {
  const row = new Uint8Array(1 + edge * 4)
  for (let at = 0; at < edge; at += 1) row.set([red, green, blue, alpha], 1 + at * 4)
  const pixels = Buffer.concat(Array.from({ length: edge }, () => row))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(edge, 0)
  head.writeUInt32BE(edge, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      pngChunk('IHDR', head),
      pngChunk('IDAT', deflateSync(pixels)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  chunk.set(body, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

export interface MbtilesOptions {
  readonly metadata?: Readonly<Record<string, string>>
  /** Rows counted from the north, as some tools write them against the format. */
  readonly rowsFromNorth?: boolean
  /** `view` stores equal tiles once and makes "tiles" a view, as some tools do. */
  readonly shape?: 'table' | 'view' | 'no-metadata'
}

/** Writes an MBTiles file. */
export function writeMbtiles(file: string, tiles: readonly TileBytes[], options: MbtilesOptions = {}): void {
  const { metadata = {}, rowsFromNorth = false, shape = 'table' } = options
  const db = new Database(file)
  try {
    if (shape !== 'no-metadata') {
      db.exec('CREATE TABLE metadata (name text, value text)')
      for (const [name, value] of Object.entries(metadata))
        db.prepare('INSERT INTO metadata VALUES (?, ?)').run(name, value)
    }
    const rowOf = ({ z, y }: TileBytes) => (rowsFromNorth ? y : 2 ** z - 1 - y)
    if (shape === 'view') {
      db.exec(`CREATE TABLE images (tile_id text PRIMARY KEY, tile_data blob);
        CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
        CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);
        CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column,
          map.tile_row AS tile_row, images.tile_data AS tile_data FROM map JOIN images ON images.tile_id = map.tile_id`)
      const image = db.prepare('INSERT OR IGNORE INTO images VALUES (?, ?)')
      const map = db.prepare('INSERT INTO map VALUES (?, ?, ?, ?)')
      for (const tile of tiles) {
        const id = String(crc32(tile.bytes))
        image.run(id, tile.bytes)
        map.run(tile.z, tile.x, rowOf(tile), id)
      }
    } else {
      db.exec(`CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
        CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)`)
      const insert = db.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)')
      db.transaction(() => {
        for (const tile of tiles) insert.run(tile.z, tile.x, rowOf(tile), tile.bytes)
      })()
    }
  } finally {
    db.close()
  }
}

const PMTILES_TYPES = { vector: 1, png: 2 } as const

/** Writes a PMTiles file; vector tiles are packed with gzip. */
export function writePmtilesFile(
  file: string,
  tiles: readonly TileBytes[],
  { type = 'vector', metadata = {} }: { type?: keyof typeof PMTILES_TYPES; metadata?: Record<string, unknown> } = {},
): Uint8Array<ArrayBuffer> {
  const isVector = type === 'vector'
  const archive = writePmtiles({
    tiles: isVector ? tiles.map((tile) => ({ ...tile, bytes: new Uint8Array(gzipSync(tile.bytes)) })) : tiles,
    tileCompression: isVector ? 'gzip' : 'none',
    metadata,
    gzip: (bytes) => new Uint8Array(gzipSync(bytes)),
  })
  archive[99] = PMTILES_TYPES[type]
  writeFileSync(file, archive)
  return archive
}

/** Every tile of the zooms, each of a colour that tells where it lies: red its column, green its row, blue its zoom. */
export function colorTiles(minZoom: number, maxZoom: number): TileBytes[] {
  const tiles: TileBytes[] = []
  for (let z = minZoom; z <= maxZoom; z += 1)
    for (let x = 0; x < 2 ** z; x += 1)
      for (let y = 0; y < 2 ** z; y += 1) tiles.push({ z, x, y, bytes: pngTile(x * 8, y * 8, z * 20, { edge: 8 }) })
  return tiles
}
