import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * How reference layers are drawn and in which order, by the name of their data set: the op log holds all versions, a row
 * here is a look as it stands. The index answers what a layer holds, and where, without a look at its geometries.
 */
export const layerLooks0140: Migration = {
  version: 140,
  name: 'layer looks',
  up(db: Db) {
    db.exec(`
      CREATE TABLE layer_look (
        layer TEXT PRIMARY KEY,
        -- As the contract speaks of it.
        look TEXT CHECK (json_valid(look)),
        place REAL
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX layer_feature_box
        ON layer_feature (edition, west, east, south, north, layer, geometry_type, vertices, crosses_itself);
    `)
  },
}
