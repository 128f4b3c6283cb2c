import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ExistingSites } from '../../electron/core/import/import-event.ts'
import type { ImportedRecord } from '../../electron/core/import/imported-record.ts'
import { type OpenedImport, openImport } from '../../electron/core/import/open-import.ts'
import type { RejectedRow } from '../../shared/contract/jobs.ts'
import { tempFolder } from './temp-folder.ts'

export interface ReadImport {
  readonly opened: OpenedImport
  readonly records: ImportedRecord[]
  readonly rejected: RejectedRow[]
  readonly rowsRead: number
}

export const NO_SITES: ExistingSites = { findByEiaPlantId: () => null, findNear: () => null }

/** Reads a file to its end, as an import does. */
export async function readImport(
  file: { path: string; name: string },
  { format, catalog = NO_SITES }: { format?: string; catalog?: ExistingSites } = {},
): Promise<ReadImport> {
  const opened = await openImport(file, format, catalog)
  const records: ImportedRecord[] = []
  const rejected: RejectedRow[] = []
  let rowsRead = 0
  for await (const event of opened.rows) {
    if (event.type === 'record') records.push(event.record)
    else if (event.type === 'rejected') rejected.push(event.rejected)
    else rowsRead = event.rowsRead
  }
  return { opened, records, rejected, rowsRead }
}

/** A file of the given content that is gone when the test is. */
export function writeTempFile(content: string | Uint8Array, name = 'sites.csv'): { path: string; name: string } {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, content)
  return { path: file, name }
}
