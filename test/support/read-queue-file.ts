import path from 'node:path'
import { findQueue } from '../../electron/core/import/queue/find-queue.ts'
import { type ReadQueue, readQueue } from '../../electron/core/import/queue/read-queue.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import { readCounties } from '../../electron/core/queue/read-counties.ts'
import { resourceFolders } from '../../electron/host/paths.ts'

export interface QueueFile extends ReadQueue {
  readonly format: string
  readonly title: string
  readonly asOf: string | null
}

/** Reads a file of a queue to its end, as an import does; null where it is none. */
export async function readQueueFile(file: string): Promise<QueueFile | null> {
  const source = await openSource({ path: file, name: path.basename(file) })
  const found = await findQueue(source)
  if (!found) return null
  const date1904 = source.content === 'workbook' && (await source.workbook()).date1904
  const counties = readCounties(resourceFolders().reference)
  const read = await readQueue(
    found,
    date1904,
    counties,
    () => undefined,
    () => {},
  )
  const { title, asOf } = found.layout.edition(found.tables, found.preambles)
  return { ...read, format: found.layout.id, title, asOf }
}
