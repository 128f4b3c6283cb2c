import type { ImportReport } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'
import { openImport } from '../import/open-import.ts'
import type { Job } from '../jobs.ts'
import { readArchivable } from './archive.ts'
import { Turns } from './chunks.ts'
import { commitDataSet } from './commit-data-set.ts'
import { type DataSetDiff, dataSetKey, diffStaged } from './diff.ts'
import { ExistingSitesInCatalog } from './existing-sites.ts'
import { Staging } from './staging.ts'

export interface ImportRequest {
  readonly path: string
  readonly name: string
  readonly format: string | undefined
  readonly dryRun: boolean
}

const NO_DIFFERENCE: DataSetDiff = { added: 0, updated: 0, unchanged: 0, removed: 0 }

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
  const opened = await openImport(request, request.format, new ExistingSitesInCatalog(db))
  job.progress(0, opened.byteLength)
  // Compressing runs beside the reading of the rows; a failure is met when its result is needed.
  const archivable = request.dryRun ? undefined : readArchivable(request.path, request.name, opened.sha256)
  archivable?.catch(() => {})
  const staging = new Staging(db)
  try {
    const turns = new Turns()
    let rowsRead = 0
    for await (const event of opened.rows) {
      if (event.type === 'record') staging.add(event.record)
      else if (event.type === 'rejected') staging.reject(event.rejected)
      else {
        rowsRead = event.rowsRead
        job.progress(event.bytesRead, opened.byteLength)
      }
      if (turns.isOver()) {
        await turns.next()
        job.throwIfCancelled()
      }
    }
    staging.flush()
    const file = await archivable
    await turns.next()
    job.throwIfCancelled()
    const meta = {
      name: opened.dataSetName,
      format: opened.format,
      kind: opened.kind,
      attribution: opened.attribution,
    }
    const nowMs = Date.now()
    // A file none of whose rows can go in is no edition of its data set: taking it would empty the set.
    const isEmpty = staging.recordCount === 0
    const outcome =
      file && !isEmpty
        ? commitDataSet(db, meta, file, nowMs)
        : { diff: isEmpty ? NO_DIFFERENCE : diffStaged(db, dataSetKey(db, meta.name)), revision: null }
    if (outcome.revision !== null) onCommitted(outcome.revision)
    return {
      type: 'import',
      format: opened.format,
      kind: opened.kind,
      fileName: request.name,
      dryRun: request.dryRun,
      records: rowsRead,
      ...outcome.diff,
      rejected: staging.rejected,
      rejectedCount: staging.rejectedCount,
    }
  } finally {
    staging.drop()
  }
}
