import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import type { TableMapping } from '../../../shared/contract/mappings.ts'
import type { Db } from '../db/database.ts'
import type { ImportDifference } from '../import/importer.ts'
import { mappedTable } from '../import/mapping/mapped-table.ts'
import { recogniseFile } from '../import/recognise-file.ts'
import { openSource } from '../import/source/open-source.ts'
import type { Job } from '../jobs.ts'
import { readArchivable } from './archive.ts'
import { Turns } from './chunks.ts'
import { commitImport } from './commit-import.ts'
import { dataSetRow } from './import-step.ts'

export interface ImportRequest {
  readonly path: string
  readonly name: string
  readonly format: string | undefined
  /** What the columns of a table become; left out where its headings say so themselves. */
  readonly mapping?: TableMapping | undefined
  readonly coordinateSystem?: string | undefined
  readonly dryRun: boolean
  readonly author: string
  readonly isUndoable: boolean
  readonly referenceFolder: string
}

const NO_DIFFERENCE: ImportDifference = { added: 0, updated: 0, unchanged: 0, removed: 0 }

/**
 * Reads a file into the catalog, or only reports what it would change. Until its one transaction at the end nothing
 * of it is in the catalog, so that it can be cancelled or fail at any point.
 * @throws AppError for a file that cannot be read, and 'cancelled'.
 */
export async function importFile(
  db: Db,
  request: ImportRequest,
  job: Job,
  onCommitted: (revision: number) => void,
): Promise<ImportReport> {
  const source = await openSource(request)
  const recognised = request.mapping
    ? await mappedTable(source, request.mapping, request.referenceFolder)
    : await recogniseFile(source, request.format)
  job.progress(0, source.byteLength)
  // Compressing runs beside the reading of the rows; a failure is met when its result is needed.
  const archivable = request.dryRun ? undefined : readArchivable(request.path, request.name, source.sha256)
  archivable?.catch(() => {})
  const turns = new Turns()
  const staged = await recognised.stage({
    db,
    referenceFolder: request.referenceFolder,
    progress: (done, total) => job.progress(done, total),
    turn: () => (turns.isOver() ? turns.next().then(() => job.throwIfCancelled()) : undefined),
  })
  try {
    const file = await archivable
    await turns.next()
    job.throwIfCancelled()
    if (recognised.kind !== 'document' && staged.records === 0 && staged.rejectedCount === 0)
      throw new AppError(
        'bad_input',
        `"${request.name}" (${recognised.title}) holds no record; choose a file with rows in it.`,
      )
    // A file none of whose rows can go in is no edition of its data set: taking it would empty the set.
    const isEmpty = staged.accepted === 0
    const dataSet = dataSetRow(db, recognised.dataSetName)?.['key'] as number | undefined
    const outcome =
      file && !isEmpty
        ? commitImport(db, recognised, staged, file, {
            author: request.author,
            nowMs: Date.now(),
            isUndoable: request.isUndoable,
          })
        : {
            difference: isEmpty ? NO_DIFFERENCE : staged.difference(dataSet),
            revision: null,
          }
    if (outcome.revision !== null) onCommitted(outcome.revision)
    return {
      type: 'import',
      format: recognised.format,
      kind: recognised.kind,
      title: recognised.title,
      asOf: recognised.asOf,
      fileName: request.name,
      dryRun: request.dryRun,
      records: staged.records,
      ...outcome.difference,
      rejected: [...staged.rejected],
      rejectedCount: staged.rejectedCount,
      summary: { ...staged.summary },
      notes: [...(recognised.notes ?? [])],
      preview: request.dryRun && !isEmpty ? (staged.preview?.(dataSet) ?? []) : [],
    }
  } finally {
    staged.drop()
  }
}
