import type { Db } from './database.ts'

/** How long a connection waits for another one's lock, ms. */
const BUSY_TIMEOUT_MS = 5_000

/**
 * What every connection to a catalog is set to. `synchronous=FULL` is named because better-sqlite3 is built with
 * NORMAL in WAL mode, where the last edits before a power cut could be gone.
 */
export function setPragmas(db: Db, role: 'writer' | 'reader'): void {
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  if (role === 'writer') {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
  }
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  // What an import has read waits in temporary tables, which memory may be too small for.
  db.pragma(`temp_store = ${role === 'writer' ? 'FILE' : 'MEMORY'}`)
  db.pragma('temp.journal_mode = MEMORY')
  db.pragma('temp.cache_size = -32768')
  db.pragma('cache_size = -65536')
}
