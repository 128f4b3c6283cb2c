import { randomUUID } from 'node:crypto'
import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * Sites with their effective values, and the data sets they come from: every row of an imported file as it stood
 * there, and the file itself.
 */
export const catalog0010: Migration = {
  version: 10,
  name: 'catalog',
  up(db: Db) {
    db.exec(`
      CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value ANY NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE site (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 120),
        revision INTEGER NOT NULL,
        name TEXT NOT NULL,
        operator TEXT,
        owner TEXT,
        kind TEXT,
        status TEXT,
        ai_deal TEXT,
        note TEXT,
        latitude REAL CHECK (latitude BETWEEN -90 AND 90),
        longitude REAL CHECK (longitude BETWEEN -180 AND 180),
        coordinate_precision TEXT,
        city TEXT,
        county TEXT,
        state TEXT,
        country TEXT,
        grid_operator TEXT,
        balancing_authority TEXT,
        utility TEXT,
        energized_mw REAL,
        planned_mw REAL,
        queue_status TEXT,
        queue_mw REAL,
        energization_date TEXT,
        grid_voltage_kv REAL,
        substation_distance_mi REAL,
        service_firmness TEXT,
        power_price_usd_per_mwh REAL,
        nameplate_generation_mw REAL,
        primary_fuel TEXT,
        retirement_year REAL,
        eia_plant_id TEXT,
        land_acres REAL,
        flood_zone TEXT,
        zoning TEXT,
        fiber TEXT,
        fiber_routes REAL,
        fiber_distance_mi REAL,
        water TEXT,
        cooling TEXT,
        mw_rung INTEGER CHECK (mw_rung BETWEEN 0 AND 5),
        CHECK ((latitude IS NULL) = (longitude IS NULL))
      ) STRICT;
      CREATE INDEX site_eia_plant_id ON site (eia_plant_id) WHERE eia_plant_id IS NOT NULL;

      CREATE TABLE archived_file (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        file_name TEXT NOT NULL,
        byte_length INTEGER NOT NULL,
        encoding TEXT NOT NULL CHECK (encoding IN ('plain', 'zstd')),
        content BLOB NOT NULL,
        archived_at INTEGER NOT NULL
      ) STRICT;

      -- The order of the keys is the order of precedence: the data set imported first wins, later ones fill gaps.
      CREATE TABLE data_set (
        key INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        format TEXT NOT NULL,
        kind TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES archived_file,
        attribution TEXT NOT NULL,
        record_count INTEGER NOT NULL,
        imported_at INTEGER NOT NULL
      ) STRICT;

      -- The column names of a file's rows, kept once for the rows that share them.
      CREATE TABLE record_header (
        key INTEGER PRIMARY KEY,
        names TEXT NOT NULL UNIQUE CHECK (json_valid(names))
      ) STRICT;

      CREATE TABLE data_set_record (
        key INTEGER PRIMARY KEY,
        data_set INTEGER NOT NULL REFERENCES data_set,
        site_id TEXT NOT NULL,
        row_number INTEGER NOT NULL,
        source TEXT NOT NULL,
        as_of TEXT,
        site_values TEXT NOT NULL,
        rungs TEXT,
        header INTEGER NOT NULL REFERENCES record_header,
        cells TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX data_set_record_site ON data_set_record (site_id, data_set);
    `)
    const put = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    put.run('catalog_id', randomUUID())
    put.run('revision', 0)
  },
}
