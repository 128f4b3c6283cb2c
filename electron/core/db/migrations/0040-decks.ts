import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** Named sets of assumptions. The op log holds all their versions; a row here is a deck as it stands. */
export const decks0040: Migration = {
  version: 40,
  name: 'decks',
  up(db: Db) {
    db.exec(`
      CREATE TABLE deck (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        -- The deck as the contract speaks of it.
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
