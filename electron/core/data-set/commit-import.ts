import { AppError } from '../../../shared/contract/errors.ts'
import type { Db } from '../db/database.ts'
import { nextRevision } from '../db/meta.ts'
import type { ImportDifference, Recognised, Staged } from '../import/importer.ts'
import { beginStep, pushStep } from '../oplog/undo.ts'
import { type ArchivableFile, archive } from './archive.ts'
import { type DataSetRow, dataSetRow, recordImportStep } from './import-step.ts'

export interface ImportAuthor {
  readonly author: string
  readonly nowMs: number
  /** Left out of the undo stack are the data sets that a catalog starts with. */
  readonly isUndoable: boolean
}

/**
 * Makes what is staged the newest edition of its data set, in one transaction and as one step of undo: readers see
 * the catalog as it was or as it is after. The same file again changes nothing.
 * @returns what changed, and the new revision or null where nothing did.
 */
export function commitImport(
  db: Db,
  recognised: Recognised,
  staged: Staged,
  file: ArchivableFile,
  by: ImportAuthor,
): { difference: ImportDifference; revision: number | null } {
  return db
    .transaction(() => {
      const former = dataSetRow(db, recognised.dataSetName)
      if (former && former['kind'] !== recognised.kind)
        throw new AppError(
          'conflict',
          `The catalog already has a data set "${recognised.dataSetName}" of another kind (${former['kind']}); rename the file and import it again.`,
        )
      const difference = staged.difference(former?.['key'] as number | undefined)
      const isSame = difference.added + difference.updated + difference.removed === 0
      if (isSame && hasEdition(db, recognised.dataSetName, file.sha256)) return { difference, revision: null }
      archive(db, file, by.nowMs)
      const edition = putEdition(db, recognised, staged, file, by)
      const dataSet = putDataSet(db, recognised, staged, file, by.nowMs, edition, former)
      const revision = nextRevision(db)
      const changeSet = by.isUndoable ? beginStep(db, `Import ${file.fileName}`, by.author, by.nowMs) : null
      if (changeSet !== null) recordImportStep(db, { changeSet, dataSet, edition, former })
      staged.commit({ dataSet, edition, revision, changeSet })
      if (changeSet !== null) pushStep(db, changeSet)
      return { difference, revision }
    })
    .immediate()
}

/** Whether this very file already is an edition of the data set. */
function hasEdition(db: Db, dataSetName: string, sha256: string): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM import_edition WHERE data_set_name = @name AND sha256 = @sha256 AND is_undone = 0
         UNION ALL SELECT 1 FROM data_set WHERE name = @name AND sha256 = @sha256`,
      )
      .get({ name: dataSetName, sha256 }) !== undefined
  )
}

function putEdition(db: Db, of: Recognised, staged: Staged, file: ArchivableFile, by: ImportAuthor): number {
  return db
    .prepare(
      `INSERT INTO import_edition (data_set_name, format, kind, title, as_of, file_name, sha256, record_count, imported_at, imported_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING key`,
    )
    .pluck()
    .get(
      of.dataSetName,
      of.format,
      of.kind,
      of.title,
      of.asOf,
      file.fileName,
      file.sha256,
      staged.accepted,
      by.nowMs,
      by.author,
    ) as number
}

/** An edition older than the one at hand is kept beside it and does not take its place. */
function putDataSet(
  db: Db,
  of: Recognised,
  staged: Staged,
  file: ArchivableFile,
  nowMs: number,
  edition: number,
  former: DataSetRow | undefined,
): number {
  const formerAsOf = former?.['as_of']
  if (former && typeof formerAsOf === 'string' && of.asOf !== null && of.asOf < formerAsOf)
    return former['key'] as number
  return db
    .prepare(
      `INSERT INTO data_set (name, format, kind, file_name, sha256, attribution, record_count, imported_at, as_of, edition)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET format = excluded.format, kind = excluded.kind, file_name = excluded.file_name,
         sha256 = excluded.sha256, attribution = excluded.attribution, record_count = excluded.record_count,
         imported_at = excluded.imported_at, as_of = excluded.as_of, edition = excluded.edition
       RETURNING key`,
    )
    .pluck()
    .get(
      of.dataSetName,
      of.format,
      of.kind,
      file.fileName,
      file.sha256,
      of.attribution,
      staged.accepted,
      nowMs,
      of.asOf,
      edition,
    ) as number
}
