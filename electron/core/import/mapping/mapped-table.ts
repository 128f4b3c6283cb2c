import { AppError } from '../../../../shared/contract/errors.ts'
import type { TableMapping } from '../../../../shared/contract/mappings.ts'
import type { Recognised } from '../importer.ts'
import { derivedIds } from '../layouts/derived-ids.ts'
import type { Layout } from '../layouts/layout.ts'
import { sitesCsv } from '../layouts/sites-csv.ts'
import { recognisedSites } from '../site-importers.ts'
import type { SourceFile } from '../source/source-file.ts'
import { findTable } from './find-table.ts'
import { TableReader } from './table-reader.ts'

/**
 * A table of sites under any headings, read as a mapping says.
 * @throws AppError bad_input where the file has no such table, or the mapping makes no sites of it.
 */
export async function mappedTable(
  source: SourceFile,
  mapping: TableMapping,
  referenceFolder: string,
): Promise<Recognised> {
  const headings = mapping.columns.filter(({ role }) => role !== 'ignore').map(({ heading }) => heading)
  const found = await findTable(source, headings)
  if (!found)
    throw new AppError(
      'bad_input',
      `"${source.name}" has no table with the columns of this mapping (${headings.slice(0, 6).join(', ')}); choose another mapping.`,
    )
  const { table, sheet } = found
  const reader = new TableReader(table.header, mapping, {
    fileName: source.name,
    referenceFolder,
    derivedId: derivedIds(sitesCsv.dataSetName(source.name)),
  })
  const layout: Layout = {
    ...sitesCsv,
    format: 'sites-mapped',
    title: sheet === null ? 'List of sites, mapped' : `List of sites, sheet "${sheet.trim()}", mapped`,
    async *read() {
      let rowsRead = 0
      for await (const { rows, bytesRead } of table.batches()) {
        for (const row of rows) {
          if (row.cells.every((cell) => cell.trim() === '')) continue
          rowsRead += 1
          const read = reader.read(row)
          yield read.ok ? { type: 'record', record: read.value } : { type: 'rejected', rejected: read.rejected }
        }
        yield { type: 'progress', bytesRead, rowsRead }
      }
    },
  }
  return recognisedSites(layout, table)
}
