import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** What the Energy Information Administration publishes of plants, units, owners and utilities, row by row. */
export const referenceRecords0071: Migration = {
  version: 71,
  name: 'reference records',
  up(db: Db) {
    db.exec(`
      CREATE TABLE reference_record (
        edition INTEGER NOT NULL REFERENCES import_edition ON DELETE CASCADE,
        position INTEGER NOT NULL,
        schedule TEXT NOT NULL,
        sheet TEXT NOT NULL,
        row_number INTEGER NOT NULL,
        -- EIA's codes are texts: units "001" and "1" are two.
        plant_id TEXT,
        unit_id TEXT,
        utility_id TEXT,
        name TEXT,
        state TEXT,
        county TEXT,
        latitude REAL CHECK (latitude BETWEEN -90 AND 90),
        longitude REAL CHECK (longitude BETWEEN -180 AND 180),
        status TEXT,
        stage TEXT,
        capacity_mw REAL,
        -- The year in which the unit went or is to go out of service.
        retirement_year INTEGER,
        header INTEGER NOT NULL REFERENCES record_header,
        -- The row as it stands in the file, a value for each name of the header.
        cells TEXT NOT NULL CHECK (json_valid(cells)),
        PRIMARY KEY (edition, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reference_record_plant ON reference_record (plant_id, schedule) WHERE plant_id IS NOT NULL;
    `)
  },
}
