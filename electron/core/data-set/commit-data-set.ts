import type { Db } from '../db/database.ts'
import { nextRevision } from '../db/meta.ts'
import { indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { type ArchivableFile, archive } from './archive.ts'
import { type DataSetDiff, dataSetKey, diffStaged } from './diff.ts'

export interface DataSetMeta {
  readonly name: string
  readonly format: string
  readonly kind: string
  readonly attribution: string
}

/**
 * Makes the staged rows the data set of this name, in one transaction: readers see the catalog as it was or as it
 * is after. The same rows again change nothing.
 * @returns what changed, and the new revision or null where nothing did.
 */
export function commitDataSet(
  db: Db,
  meta: DataSetMeta,
  file: ArchivableFile,
  nowMs: number,
): { diff: DataSetDiff; revision: number | null } {
  return db
    .transaction(() => {
      const former = dataSetKey(db, meta.name)
      const diff = diffStaged(db, former)
      const sameFile = db
        .prepare('SELECT 1 FROM data_set WHERE key = ? AND sha256 = ?')
        .get(former ?? null, file.sha256)
      if (sameFile && diff.added + diff.updated + diff.removed === 0) return { diff, revision: null }
      archive(db, file, nowMs)
      const dataSet = putDataSet(db, meta, file, nowMs)
      const revision = nextRevision(db)
      listTouched(db, dataSet)
      unindexTouched(db)
      replaceRecords(db, dataSet, former !== undefined)
      materialiseTouched(db, revision)
      indexTouched(db)
      return { diff, revision }
    })
    .immediate()
}

function putDataSet(db: Db, meta: DataSetMeta, file: ArchivableFile, nowMs: number): number {
  return db
    .prepare(
      `INSERT INTO data_set (name, format, kind, file_name, sha256, attribution, record_count, imported_at)
       VALUES (?, ?, ?, ?, ?, ?, (SELECT count(*) FROM temp.stage), ?)
       ON CONFLICT (name) DO UPDATE SET format = excluded.format, kind = excluded.kind, file_name = excluded.file_name,
         sha256 = excluded.sha256, attribution = excluded.attribution, record_count = excluded.record_count,
         imported_at = excluded.imported_at
       RETURNING key`,
    )
    .pluck()
    .get(meta.name, meta.format, meta.kind, file.fileName, file.sha256, meta.attribution, nowMs) as number
}

/** Lists the sites that the import adds to, changes or no longer speaks of, new ones in the order of the file. */
function listTouched(db: Db, dataSet: number): void {
  db.exec('CREATE TEMP TABLE touched_site (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)')
  db.exec(
    `INSERT INTO temp.touched_site (id) SELECT site_id FROM temp.stage WHERE action <> 'unchanged' ORDER BY position`,
  )
  db.prepare(
    `INSERT INTO temp.touched_site (id) SELECT site_id FROM data_set_record WHERE data_set = ?
     AND site_id NOT IN (SELECT site_id FROM temp.stage)`,
  ).run(dataSet)
}

function replaceRecords(db: Db, dataSet: number, hasFormer: boolean): void {
  if (hasFormer) {
    db.prepare('DELETE FROM data_set_record WHERE data_set = ? AND site_id IN (SELECT id FROM temp.touched_site)').run(
      dataSet,
    )
    db.prepare(
      `UPDATE data_set_record SET row_number = stage.row_number FROM temp.stage AS stage
       WHERE data_set_record.data_set = ? AND data_set_record.site_id = stage.site_id
       AND data_set_record.row_number <> stage.row_number`,
    ).run(dataSet)
  }
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
