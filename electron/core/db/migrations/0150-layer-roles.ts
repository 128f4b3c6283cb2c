import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * What people say that a layer is, where the program's guess does not hold; by the name of its data set, which a newer
 * edition keeps. And plants by place, for the nearest one.
 */
export const layerRoles0150: Migration = {
  version: 150,
  name: 'layer roles',
  up(db: Db) {
    db.exec(`
      CREATE TABLE layer_role (
        data_set_name TEXT NOT NULL,
        part TEXT NOT NULL,
        role TEXT NOT NULL,
        author TEXT NOT NULL,
        PRIMARY KEY (data_set_name, part)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reference_record_place ON reference_record (latitude, longitude) WHERE latitude IS NOT NULL;
    `)
  },
}
