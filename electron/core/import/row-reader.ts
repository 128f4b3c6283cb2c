import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'
import type { CsvRow } from './csv-parser.ts'
import { decimalNumber } from './decimal-number.ts'
import { type FieldReader, fieldReader, notANumber } from './field-reader.ts'

/** Which columns of a table hold which fields, by column index. */
export interface ColumnMap {
  readonly header: readonly string[]
  readonly fields: ReadonlyMap<SiteFieldKey, number>
  /** Latitude and longitude where they stand in columns of their own. */
  readonly latitude: number | undefined
  readonly longitude: number | undefined
  readonly hasDecimalComma: boolean
}

export type SiteValues = Partial<Record<SiteFieldKey, SiteValue>>
export type RowResult<T> = { ok: true; value: T } | { ok: false; rejected: RejectedRow }

/** Reads a row's fields; the first cell that its field refuses rejects the row with its column and the reason. */
export function readRow(row: CsvRow, columns: ColumnMap): RowResult<SiteValues> {
  if (hasSurplus(row, columns.header.length))
    return reject(row, null, `has ${row.cells.length} cells where the header has ${columns.header.length}`)
  const values: SiteValues = {}
  for (const { key, index, read: readCell } of readersOf(columns)) {
    const cell = row.cells[index]
    if (cell === undefined || cell === '') continue
    const read = readCell(cell)
    if (!read.ok) return reject(row, columns.header[index] ?? null, read.reason)
    if (read.value !== null) values[key] = read.value
  }
  if (columns.latitude === undefined || columns.longitude === undefined) return { ok: true, value: values }
  const latitude = readDegrees(row, columns, columns.latitude, 'latitude', 90)
  if (!latitude.ok) return latitude
  const longitude = readDegrees(row, columns, columns.longitude, 'longitude', 180)
  if (!longitude.ok) return longitude
  values.position = { latitude: latitude.value, longitude: longitude.value }
  return { ok: true, value: values }
}

interface ColumnReader {
  readonly key: SiteFieldKey
  readonly index: number
  readonly read: FieldReader
}

const READERS = new WeakMap<ColumnMap, readonly ColumnReader[]>()

function readersOf(columns: ColumnMap): readonly ColumnReader[] {
  let readers = READERS.get(columns)
  if (!readers) {
    readers = [...columns.fields].map(([key, index]) => ({
      key,
      index,
      read: fieldReader(key, columns.hasDecimalComma),
    }))
    READERS.set(columns, readers)
  }
  return readers
}

/** True where a cell beyond the header's columns holds something. */
function hasSurplus(row: CsvRow, columnCount: number): boolean {
  return row.cells.length > columnCount && row.cells.slice(columnCount).some((cell) => cell.trim() !== '')
}

/** The rejection of a row for one of its columns, or for the row as a whole. */
export function reject(row: CsvRow, column: string | null, reason: string): { ok: false; rejected: RejectedRow } {
  return { ok: false, rejected: { row: row.rowNumber, column, reason } }
}

/** The row as it stands in the file, a text for every column of the header. */
export function rowCells(row: CsvRow, header: readonly string[]): readonly string[] {
  if (row.cells.length === header.length) return row.cells
  return header.map((_, index) => row.cells[index] ?? '')
}

function readDegrees(row: CsvRow, columns: ColumnMap, index: number, name: string, bound: number): RowResult<number> {
  const column = columns.header[index] ?? null
  const text = row.cells[index] ?? ''
  const degrees = decimalNumber(text, columns.hasDecimalComma)
  if (degrees === null && text.trim() === '') return reject(row, column, 'is empty, and a site needs a position')
  if (degrees === null) return reject(row, column, notANumber(text).reason)
  if (Math.abs(degrees) > bound) return reject(row, column, `${name} ${degrees} is outside -${bound} to ${bound}`)
  return { ok: true, value: degrees }
}
