import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** What is drawn on the map, and the drawing layers it is in. The op log holds every version; a row is one as it stands. */
export const annotations0120: Migration = {
  version: 120,
  name: 'annotations',
  up(db: Db) {
    db.exec(`
      CREATE TABLE annotation (
        id TEXT PRIMARY KEY,
        site_id TEXT,
        group_id TEXT,
        -- Removed ones stay for the history and for the comments on them.
        is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
        west REAL NOT NULL,
        south REAL NOT NULL,
        east REAL NOT NULL,
        north REAL NOT NULL,
        vertices INTEGER NOT NULL,
        -- The op that made it: their order is the order in which people drew.
        made_by TEXT NOT NULL,
        -- The annotation as the contract speaks of it.
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT;
      CREATE INDEX annotation_site ON annotation (site_id);
      CREATE INDEX annotation_group_of ON annotation (group_id);

      CREATE TABLE annotation_group (
        id TEXT PRIMARY KEY,
        sort REAL NOT NULL,
        -- The drawing layer as the contract speaks of it.
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
