import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** Rulers that people made. The op log holds all their versions; a row here is a ruler as it stands. */
export const rulers0050: Migration = {
  version: 50,
  name: 'rulers',
  up(db: Db) {
    db.exec(`
      CREATE TABLE ruler (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        -- The ruler as the contract speaks of it.
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
