import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * Records whose values are told by their cells. A record with a shape keeps in `site_values` only what its cells do
 * not say; one without, as all records before this step, keeps all its values there.
 */
export const recordShapes0170: Migration = {
  version: 170,
  name: 'record shapes',
  up(db: Db) {
    db.exec(`
      -- Which cell of a row holds which field, kept once for the records that share it.
      CREATE TABLE record_shape (
        key INTEGER PRIMARY KEY,
        columns TEXT NOT NULL UNIQUE CHECK (json_valid(columns))
      ) STRICT;
      ALTER TABLE data_set_record ADD COLUMN shape INTEGER REFERENCES record_shape;
      ALTER TABLE import_step_record ADD COLUMN shape INTEGER REFERENCES record_shape;
    `)
  },
}
