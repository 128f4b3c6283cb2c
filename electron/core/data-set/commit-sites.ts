import type { Db } from '../db/database.ts'
import type { CommitTarget } from '../import/importer.ts'
import { indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { commitNewSites } from './commit-new-sites.ts'
import { keepFormerRecords } from './site-undo.ts'
import { createTouchedSites } from './touched-sites.ts'

/** Makes the staged rows those of their data set, after `diffSites` marked them and inside the import's transaction. */
export function commitSites(db: Db, { dataSet, revision, changeSet }: CommitTarget): void {
  const hasFormer = db.prepare('SELECT 1 FROM data_set_record WHERE data_set = ? LIMIT 1').get(dataSet) !== undefined
  if (!hasFormer) {
    putRecords(db, dataSet)
    commitNewSites(db, revision)
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
  db.exec(
    'INSERT INTO record_header (names) SELECT names FROM temp.stage_header WHERE true ON CONFLICT (names) DO NOTHING',
  )
  db.prepare(
    `INSERT INTO data_set_record (data_set, site_id, row_number, source, as_of, site_values, rungs, header, cells)
     SELECT ?, site_id, row_number, source, as_of, site_values, rungs,
       (SELECT record_header.key FROM record_header JOIN temp.stage_header AS staged USING (names)
        WHERE staged.key = stage.header), cells
     FROM temp.stage WHERE action <> 'unchanged' ORDER BY position`,
  ).run(dataSet)
}
