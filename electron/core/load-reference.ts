import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { CatalogSummary } from '../../shared/contract/catalog.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ImportReport } from '../../shared/contract/jobs.ts'
import type { Core } from './client.ts'
import { jobDone } from './job-done.ts'
import type { ResourceFolders } from './resource-folders.ts'

/** The data sets that ship with the app; the first wins where both speak of a field. */
const FILES = ['sites.csv', 'retired_coal.csv']

/** Loads the reference data sets into a catalog that holds no data set yet. */
export async function loadReference(core: Core, resources: ResourceFolders): Promise<ImportReport[]> {
  const summary = (await core.call('catalog.summary', {})) as CatalogSummary
  if (summary.dataSets.length > 0) return []
  const reports: ImportReport[] = []
  for (const name of FILES) {
    const grant = randomUUID()
    const files = { [grant]: { path: path.join(resources.reference, name), name } }
    const { jobId } = (await core.call('imports.start', { grant, dryRun: false, isUndoable: false }, files)) as {
      jobId: string
    }
    const job = await jobDone(core, jobId)
    if (job.error) throw new AppError(job.error.code, job.error.message)
    if (job.result?.type === 'import') reports.push(job.result)
  }
  return reports
}
