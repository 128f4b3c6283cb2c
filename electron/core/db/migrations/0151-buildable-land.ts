import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** What can be built on at a site, as it was measured last. The op log holds all versions. */
export const buildableLand0151: Migration = {
  version: 151,
  name: 'buildable land',
  up(db: Db) {
    db.exec(`
      CREATE TABLE buildable_land (
        site_id TEXT PRIMARY KEY,
        -- Request, result and what they were made from.
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE site ADD COLUMN buildable_acres REAL;
    `)
  },
}
