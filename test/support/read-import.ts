import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ExistingSites } from '../../electron/core/import/import-event.ts'
import type { ImportedRecord } from '../../electron/core/import/imported-record.ts'
import type { Recognised } from '../../electron/core/import/importer.ts'
import type { Layout } from '../../electron/core/import/layouts/layout.ts'
import { referenceSites } from '../../electron/core/import/layouts/reference-sites.ts'
import { retiredCoal } from '../../electron/core/import/layouts/retired-coal.ts'
import { sitesCsv } from '../../electron/core/import/layouts/sites-csv.ts'
import { recogniseFile } from '../../electron/core/import/recognise-file.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import type { RejectedRow } from '../../shared/contract/jobs.ts'
import { tempFolder } from './temp-folder.ts'

const LAYOUTS: readonly Layout[] = [referenceSites, retiredCoal, sitesCsv]

export interface ReadImport {
  readonly opened: Recognised
  readonly records: ImportedRecord[]
  readonly rejected: RejectedRow[]
  readonly rowsRead: number
}

export const NO_SITES: ExistingSites = { findByEiaPlantId: () => null, findNear: () => null }

/** Reads a file of sites to its end, as an import does. */
export async function readImport(
  file: { path: string; name: string },
  { format, catalog = NO_SITES }: { format?: string; catalog?: ExistingSites } = {},
): Promise<ReadImport> {
  const source = await openSource(file)
  const opened = await recogniseFile(source, format)
  const layout = LAYOUTS.find((each) => each.format === opened.format)
  if (!layout) throw new Error(`${opened.format} is no list of sites.`)
  const records: ImportedRecord[] = []
  const rejected: RejectedRow[] = []
  let rowsRead = 0
  for await (const event of layout.read(await source.csv(), catalog)) {
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
