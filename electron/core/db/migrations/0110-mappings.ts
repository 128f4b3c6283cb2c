import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** What the columns of tables become, by name. The op log holds all versions; a row here is a mapping as it stands. */
export const mappings0110: Migration = {
  version: 110,
  name: 'mappings',
  up(db: Db) {
    db.exec(`
      CREATE TABLE mapping (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        -- The mapping as the contract speaks of it.
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
