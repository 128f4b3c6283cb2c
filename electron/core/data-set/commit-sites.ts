import type { Db } from '../db/database.ts'
import type { CommitTarget } from '../import/importer.ts'
import { indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { commitNewSites } from './commit-new-sites.ts'
import { keepFormerRecords } from './site-undo.ts'
import { putLayouts } from './staged-table.ts'
import { createTouchedSites } from './touched-sites.ts'

/** Whether a data set has records, against which those of its next edition are held. */
export function hasRecords(db: Db, dataSet: number): boolean {
  return db.prepare('SELECT 1 FROM data_set_record WHERE data_set = ? LIMIT 1').get(dataSet) !== undefined
}

/**
 * Makes the staged records those of their data set, inside the import's transaction and after `diffSites` marked them
 * where the data set has records.
 * @param rowOfSite the staged sites and their rows in the file
 */
export function commitSites(
  db: Db,
  { dataSet, revision, changeSet }: CommitTarget,
  rowOfSite: ReadonlyMap<string, number>,
): void {
  if (!hasRecords(db, dataSet)) {
    commitNewSites(db, revision, rowOfSite, () => putRecords(db, dataSet))
    return
  }
  listTouched(db, dataSet)
  if (changeSet !== null) keepFormerRecords(db, dataSet, changeSet)
  unindexTouched(db)
  replaceRecords(db, dataSet)
  materialiseTouched(db, revision)
  indexTouched(db)
}

/** Lists the sites that the import adds to, changes or no longer speaks of, new ones in the order of the file. */
function listTouched(db: Db, dataSet: number): void {
  createTouchedSites(db)
  db.exec(
    `INSERT INTO temp.touched_site (id) SELECT site_id FROM temp.stage WHERE action <> 'unchanged' ORDER BY position`,
  )
  db.prepare(
    `INSERT INTO temp.touched_site (id) SELECT site_id FROM data_set_record WHERE data_set = ?
     AND site_id NOT IN (SELECT site_id FROM temp.stage)`,
  ).run(dataSet)
}

function replaceRecords(db: Db, dataSet: number): void {
  db.prepare('DELETE FROM data_set_record WHERE data_set = ? AND site_id IN (SELECT id FROM temp.touched_site)').run(
    dataSet,
  )
  db.prepare(
    `UPDATE data_set_record SET row_number = stage.row_number FROM temp.stage AS stage
     WHERE data_set_record.data_set = ? AND data_set_record.site_id = stage.site_id
     AND data_set_record.row_number <> stage.row_number`,
  ).run(dataSet)
  putRecords(db, dataSet)
}

function putRecords(db: Db, dataSet: number): void {
  putLayouts(db)
  db.prepare(
    `INSERT INTO data_set_record (data_set, site_id, row_number, source, as_of, site_values, rungs, header, shape, cells)
     SELECT ?, site_id, row_number, source, as_of, site_values, rungs, layout.header, layout.shape, cells
     FROM temp.stage JOIN temp.stage_layout AS layout ON layout.key = stage.layout
     WHERE action <> 'unchanged' ORDER BY position`,
  ).run(dataSet)
}
