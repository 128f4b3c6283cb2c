import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * Editions of data sets, imports as steps of undo, and the projects of interconnection queues. An edition that was
 * taken back stays until nothing can bring it in again, and takes its rows with it.
 */
export const imports0060: Migration = {
  version: 60,
  name: 'imports',
  up(db: Db) {
    db.exec(`
      CREATE TABLE import_edition (
        key INTEGER PRIMARY KEY,
        data_set_name TEXT NOT NULL,
        format TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        as_of TEXT,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES archived_file,
        record_count INTEGER NOT NULL,
        imported_at INTEGER NOT NULL,
        imported_by TEXT NOT NULL,
        is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
      ) STRICT;
      CREATE INDEX import_edition_data_set ON import_edition (data_set_name);

      ALTER TABLE data_set ADD COLUMN as_of TEXT;
      ALTER TABLE data_set ADD COLUMN edition INTEGER REFERENCES import_edition;

      -- What an import replaced, and after undo what it had brought: the row of its data set as JSON.
      CREATE TABLE import_step (
        change_set TEXT PRIMARY KEY REFERENCES change_set,
        data_set INTEGER NOT NULL,
        edition INTEGER NOT NULL,
        other_state TEXT CHECK (json_valid(other_state))
      ) STRICT, WITHOUT ROWID;

      -- The records of sites on the other side of an import; a site without one there has no header.
      CREATE TABLE import_step_record (
        change_set TEXT NOT NULL REFERENCES import_step ON DELETE CASCADE,
        site_id TEXT NOT NULL,
        row_number INTEGER,
        source TEXT,
        as_of TEXT,
        site_values TEXT,
        rungs TEXT,
        header INTEGER REFERENCES record_header,
        cells TEXT
      ) STRICT;
      CREATE INDEX import_step_record_change_set ON import_step_record (change_set);

      -- One row of a queue file in the terms of all queues. Dates are ISO days; how exactly they are known otherwise than
      -- to the day stands beside them.
      CREATE TABLE queue_project (
        edition INTEGER NOT NULL REFERENCES import_edition ON DELETE CASCADE,
        position INTEGER NOT NULL,
        iso TEXT NOT NULL,
        queue_id TEXT NOT NULL,
        -- 0 for the first row of this id in the file.
        ordinal INTEGER NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('generation', 'load')),
        project_name TEXT,
        developer TEXT,
        utility TEXT,
        poi TEXT,
        county TEXT,
        state TEXT,
        -- Five-digit county codes, the first the primary one, separated by spaces.
        fips TEXT,
        capacity_mw REAL,
        summer_mw REAL,
        winter_mw REAL,
        resource TEXT,
        stage TEXT NOT NULL,
        raw_status TEXT,
        queue_date TEXT,
        proposed_cod TEXT,
        status_date TEXT,
        withdrawn_date TEXT,
        in_service_date TEXT,
        date_precision TEXT CHECK (json_valid(date_precision)),
        extra TEXT NOT NULL CHECK (json_valid(extra)),
        -- Null for a file without sheets.
        sheet TEXT,
        row_number INTEGER NOT NULL,
        PRIMARY KEY (edition, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX queue_project_id ON queue_project (edition, iso, queue_id, ordinal);
      CREATE INDEX queue_project_place ON queue_project (edition, state, county);
    `)
  },
}
