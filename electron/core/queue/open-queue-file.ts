import { AppError } from '../../../shared/contract/errors.ts'
import type { QueueProject } from '../../../shared/domain/queue/queue-project.ts'
import { findQueue } from '../import/queue/find-queue.ts'
import { type ReadQueue, readQueue } from '../import/queue/read-queue.ts'
import { openSource } from '../import/source/open-source.ts'
import { readCounties } from './read-counties.ts'

export interface QueueFile extends ReadQueue {
  /** The layout's id. */
  readonly format: string
  readonly title: string
  readonly asOf: string | null
  readonly projects: readonly QueueProject[]
}

/**
 * Reads a file of a queue whole, without a catalog.
 * @param referenceFolder holds us_counties.csv.
 * @throws AppError bad_input for a file that is no queue.
 */
export async function openQueueFile(
  file: { path: string; name: string },
  referenceFolder: string,
  signal?: AbortSignal,
): Promise<QueueFile> {
  const source = await openSource(file)
  const found = await findQueue(source)
  if (!found)
    throw new AppError(
      'bad_input',
      `"${file.name}" is no interconnection queue that Switchyard knows; import it to see what it is.`,
    )
  const date1904 = source.content === 'workbook' && (await source.workbook()).date1904
  const read = await readQueue(
    found,
    date1904,
    readCounties(referenceFolder),
    () => {
      signal?.throwIfAborted()
      return undefined
    },
    () => {},
  )
  const { title, asOf } = found.layout.edition(found.tables, found.preambles)
  return { ...read, format: found.layout.id, title, asOf, projects: read.records.map(({ project }) => project) }
}
