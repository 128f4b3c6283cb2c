import type { Db } from '../db/database.ts'
import type { StagedRecord, StagedRecords } from './staged-records.ts'

/**
 * Puts staged records into the temporary tables `stage` and `stage_layout`, to be held in SQL against what the catalog
 * has. The catalog's file never sees them; one staging at a time a connection.
 */
export function fillStagedTable(db: Db, records: StagedRecords): void {
  dropStagedTable(db)
  db.exec(`
    CREATE TEMP TABLE stage (
      position INTEGER PRIMARY KEY,
      site_id TEXT NOT NULL UNIQUE,
      row_number INTEGER NOT NULL,
      source TEXT NOT NULL,
      as_of TEXT,
      site_values TEXT NOT NULL,
      rungs TEXT,
      layout INTEGER NOT NULL,
      cells TEXT NOT NULL,
      action TEXT NOT NULL DEFAULT 'added'
    );
    CREATE TEMP TABLE stage_layout (
      key INTEGER PRIMARY KEY,
      names TEXT NOT NULL,
      columns TEXT,
      -- The same in the catalog, -1 where it has none yet; null for records without a shape.
      header INTEGER,
      shape INTEGER
    );
  `)
  const insertLayout = db.prepare('INSERT INTO temp.stage_layout (key, names, columns) VALUES (?, ?, ?)')
  const insertRecord = db.prepare(
    `INSERT INTO temp.stage (position, site_id, row_number, source, as_of, site_values, rungs, layout, cells)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertAll = db.transaction((rows: readonly StagedRecord[], from: number) => {
    for (const [i, row] of rows.entries()) insertRecord.run(from + i, ...row)
  })
  let position = 0
  for (const batch of records.batches()) {
    insertAll(batch, position)
    position += batch.length
  }
  for (const [key, { names, shape }] of records.layouts.entries()) insertLayout.run(key, names, shape)
  findLayouts(db)
}

/** Looks up which of the layouts the catalog has. */
export function findLayouts(db: Db): void {
  db.exec(
    `UPDATE temp.stage_layout SET
       header = coalesce((SELECT key FROM record_header WHERE names = stage_layout.names), -1),
       shape = CASE WHEN columns IS NOT NULL
         THEN coalesce((SELECT key FROM record_shape WHERE record_shape.columns = stage_layout.columns), -1) END`,
  )
}

export function dropStagedTable(db: Db): void {
  db.exec(
    'DROP TABLE IF EXISTS temp.stage; DROP TABLE IF EXISTS temp.stage_layout; DROP TABLE IF EXISTS temp.touched_site',
  )
}
