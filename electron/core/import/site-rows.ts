import { RecordShape } from '../site/record-shape.ts'
import type { CsvRow } from './csv-parser.ts'
import type { CsvTable } from './csv-table.ts'
import type { ImportEvent } from './import-event.ts'
import { mwRungs } from './mw-rungs.ts'
import { partialDate } from './partial-date.ts'
import { type ColumnMap, type RowResult, readRow, reject, rowCells, type SiteValues } from './row-reader.ts'

const LONGEST_ID = 120
const LONGEST_SOURCE = 2_000

/** A table with one row a site, and which of its columns say what. */
export interface SiteTable {
  readonly columns: ColumnMap
  readonly source: number | undefined
  readonly sourceDate: number | undefined
  /** The column of the site's id, where the table has one. */
  readonly id: number | undefined
  /** The id of a row that names none; null where the row has no name to tell it from others. */
  derivedId(values: SiteValues): string | null
}

/** Reads a table that holds one row a site. */
export async function* readSiteRows(table: CsvTable, sites: SiteTable): AsyncGenerator<ImportEvent, void, undefined> {
  const rowOfId = new Map<string, number>()
  const shape = shapeOf(sites.columns)
  let rowsRead = 0
  for await (const { rows, bytesRead } of table.batches()) {
    rowsRead += rows.length
    for (const row of rows) {
      const read = readSite(row, sites, shape, rowOfId, table.file.name)
      yield read.ok ? { type: 'record', record: read.value } : { type: 'rejected', rejected: read.rejected }
    }
    yield { type: 'progress', bytesRead, rowsRead }
  }
}

function readSite(
  row: CsvRow,
  sites: SiteTable,
  shape: RecordShape,
  rowOfId: Map<string, number>,
  fileName: string,
): RowResult<Extract<ImportEvent, { type: 'record' }>['record']> {
  const { columns } = sites
  const read = readRow(row, columns)
  if (!read.ok) return read
  const values = read.value
  const idColumn = sites.id === undefined ? null : (columns.header[sites.id] ?? null)
  const siteId = cellAt(row, sites.id) || sites.derivedId(values)
  if (!siteId) return reject(row, idColumn, 'is empty, and the row has no name either')
  if (siteId.length > LONGEST_ID) return reject(row, idColumn, `is longer than ${LONGEST_ID} characters`)
  const earlier = rowOfId.get(siteId)
  if (earlier !== undefined) return reject(row, idColumn, `"${siteId}" already stands in row ${earlier}`)

  if (values.energizationDate !== undefined) {
    const date = partialDate(String(values.energizationDate))
    const column = columns.header[columns.fields.get('energizationDate') ?? -1] ?? null
    if (date === null) return reject(row, column, `"${values.energizationDate}" is not a date such as 2027-07`)
    values.energizationDate = date
  }
  const source = cellAt(row, sites.source)
  if (source.length > LONGEST_SOURCE)
    return reject(row, columns.header[sites.source ?? -1] ?? null, `is longer than ${LONGEST_SOURCE} characters`)
  rowOfId.set(siteId, row.rowNumber)
  values.name ??= siteId
  return {
    ok: true,
    value: {
      siteId,
      rowNumber: row.rowNumber,
      source: source || fileName,
      asOf: partialDate(cellAt(row, sites.sourceDate)),
      values,
      rungs: mwRungs(values),
      header: columns.header,
      cells: rowCells(row, columns.header),
      shape,
    },
  }
}

function shapeOf({ fields, latitude, longitude }: ColumnMap): RecordShape {
  return new RecordShape({
    ...Object.fromEntries(fields),
    ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
  })
}

function cellAt(row: CsvRow, index: number | undefined): string {
  return index === undefined ? '' : (row.cells[index] ?? '').trim()
}
