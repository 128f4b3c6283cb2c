import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** Documents and photos of sites. Their bytes are in `archived_file`, their history in the op log. */
export const evidence0090: Migration = {
  version: 90,
  name: 'evidence',
  up(db: Db) {
    db.exec(`
      CREATE TABLE evidence (
        id TEXT PRIMARY KEY,
        site_id TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        -- Name, size, kind, place and time of the file, as the contract speaks of them.
        file TEXT NOT NULL CHECK (json_valid(file)),
        caption TEXT NOT NULL,
        field TEXT,
        author TEXT NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX evidence_site ON evidence (site_id);
    `)
  },
}
