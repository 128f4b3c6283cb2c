import type { Db } from '../db/database.ts'
import { indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { createTouchedSites } from './touched-sites.ts'

const STATE = 'row_number, source, as_of, site_values, rungs, header, shape, cells'

/**
 * Keeps what a data set says before an import changes it: the records of the sites listed as touched and of rows that
 * merely move, and an empty one for each site that is new to the data set.
 */
export function keepFormerRecords(db: Db, dataSet: number, changeSet: string): void {
  db.prepare(
    `INSERT INTO import_step_record (change_set, site_id, ${STATE})
     SELECT ?, touched.id, ${columnsOf('record')} FROM temp.touched_site AS touched
     LEFT JOIN data_set_record AS record ON record.site_id = touched.id AND record.data_set = ?`,
  ).run(changeSet, dataSet)
  db.prepare(
    `INSERT INTO import_step_record (change_set, site_id, ${STATE})
     SELECT ?, record.site_id, ${columnsOf('record')}
     FROM data_set_record AS record JOIN temp.stage AS stage USING (site_id)
     WHERE record.data_set = ? AND stage.action = 'unchanged' AND stage.row_number <> record.row_number`,
  ).run(changeSet, dataSet)
}

/**
 * Puts the kept records of an import in place of those that are there, and keeps these instead, so that the same
 * again takes it back. A data set that is new with the import has all its records put aside.
 */
export function swapRecords(db: Db, changeSet: string, dataSet: number, isWhole: boolean, revision: number): void {
  createTouchedSites(db)
  db.prepare(
    `INSERT INTO temp.touched_site (id) SELECT site_id FROM ${isWhole ? 'data_set_record WHERE data_set' : 'import_step_record WHERE change_set'} = ?
     ORDER BY ${isWhole ? 'key' : 'rowid'}`,
  ).run(isWhole ? dataSet : changeSet)
  db.exec('DROP TABLE IF EXISTS temp.kept_record')
  db.exec(
    `CREATE TEMP TABLE kept_record AS SELECT touched.id AS site_id, ${columnsOf('record')} FROM temp.touched_site AS touched
     LEFT JOIN data_set_record AS record ON record.site_id = touched.id AND record.data_set = ${dataSet}
     ORDER BY touched.position`,
  )
  unindexTouched(db)
  db.prepare('DELETE FROM data_set_record WHERE data_set = ? AND site_id IN (SELECT id FROM temp.touched_site)').run(
    dataSet,
  )
  db.prepare(
    `INSERT INTO data_set_record (data_set, site_id, ${STATE}) SELECT ?, site_id, ${STATE} FROM import_step_record
     WHERE change_set = ? AND header IS NOT NULL ORDER BY rowid`,
  ).run(dataSet, changeSet)
  db.prepare('DELETE FROM import_step_record WHERE change_set = ?').run(changeSet)
  db.prepare(
    `INSERT INTO import_step_record (change_set, site_id, ${STATE}) SELECT ?, site_id, ${STATE} FROM temp.kept_record
     ORDER BY rowid`,
  ).run(changeSet)
  db.exec('DROP TABLE temp.kept_record')
  materialiseTouched(db, revision)
  indexTouched(db)
  db.exec('DROP TABLE temp.touched_site')
}

function columnsOf(table: string): string {
  return STATE.split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')
}
