import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * Reference layers: the features of imported map files, in WGS84 degrees. A layer is an edition of its data set and
 * goes with it. The index of boxes is a virtual table, which no foreign key reaches, so a trigger keeps it.
 */
export const layers0080: Migration = {
  version: 80,
  name: 'layers',
  up(db: Db) {
    db.exec(`
      CREATE TABLE layer_feature (
        key INTEGER PRIMARY KEY,
        edition INTEGER NOT NULL REFERENCES import_edition ON DELETE CASCADE,
        -- Its layer inside the file, where a file has several.
        layer TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        name TEXT,
        geometry_type TEXT,
        -- Well-known binary, little-endian, x and y.
        geometry BLOB,
        vertices INTEGER NOT NULL,
        west REAL,
        south REAL,
        east REAL,
        north REAL,
        -- Null where it was not looked at.
        crosses_itself INTEGER CHECK (crosses_itself IN (0, 1)),
        attributes TEXT NOT NULL CHECK (json_valid(attributes)),
        content_hash BLOB NOT NULL,
        CHECK ((geometry IS NULL) = (west IS NULL))
      ) STRICT;
      CREATE INDEX layer_feature_edition ON layer_feature (edition, layer, ordinal);

      CREATE VIRTUAL TABLE layer_rtree USING rtree (key, west, east, south, north);

      CREATE TRIGGER layer_feature_removed AFTER DELETE ON layer_feature WHEN old.west IS NOT NULL
      BEGIN
        DELETE FROM layer_rtree WHERE key = old.key;
      END;
    `)
  },
}
