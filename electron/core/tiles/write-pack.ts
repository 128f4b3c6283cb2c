import { rmSync } from 'node:fs'
import { Database } from '../db/database.ts'
import { storageError } from '../db/storage-error.ts'
import type { TileAddress } from './tile-archive.ts'

export interface PackTile extends TileAddress {
  readonly bytes: Uint8Array
}

/** Writes tiles as a new MBTiles file; a file that could not be written whole is taken away. @throws AppError disk */
export function writePack(file: string, metadata: Readonly<Record<string, string>>, tiles: readonly PackTile[]): void {
  const db = new Database(file)
  try {
    // A file beside the user's data that is either whole or gone needs no journal.
    db.pragma('journal_mode = OFF')
    db.exec(`CREATE TABLE metadata (name TEXT, value TEXT);
      CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
      CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)`)
    db.transaction(() => {
      const entry = db.prepare('INSERT INTO metadata VALUES (?, ?)')
      for (const [name, value] of Object.entries(metadata)) entry.run(name, value)
      const tile = db.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)')
      for (const { z, x, y, bytes } of tiles) tile.run(z, x, 2 ** z - 1 - y, bytes)
    })()
    db.close()
  } catch (error) {
    db.close()
    rmSync(file, { force: true })
    throw storageError(error, 'The offline pack')
  }
}
