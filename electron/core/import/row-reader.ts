import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import {
  checkSiteValue,
  parseSiteValue,
  type SiteValue,
  type ValueCheck,
} from '../../../shared/domain/site/site-value.ts'
import type { CsvRow } from './csv-parser.ts'
import { decimalNumber } from './decimal-number.ts'
import { plainCell } from './plain-cell.ts'

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
  for (const [key, index] of columns.fields) {
    const cell = row.cells[index]
    if (cell === undefined || cell === '') continue
    const read = readCell(key, cell, columns.hasDecimalComma)
    if (!read.ok) return reject(row, columns.header[index] ?? null, read.reason)
    if (read.value !== null) values[key] = read.value
  }
  if (columns.latitude === undefined || columns.longitude === undefined) return { ok: true, value: values }
  const latitude = readDegrees(row, columns, columns.latitude, 'latitude', 90)
  if (!latitude.ok) return latitude
  const longitude = readDegrees(row, columns, columns.longitude, 'longitude', 180)
  if (!longitude.ok) return longitude
  return { ok: true, value: { ...values, position: { latitude: latitude.value, longitude: longitude.value } } }
}

/** True where a cell beyond the header's columns holds something. */
function hasSurplus(row: CsvRow, columnCount: number): boolean {
  return row.cells.length > columnCount && row.cells.slice(columnCount).some((cell) => cell.trim() !== '')
}

/** The rejection of a row for one of its columns, or for the row as a whole. */
export function reject(row: CsvRow, column: string | null, reason: string): { ok: false; rejected: RejectedRow } {
  return { ok: false, rejected: { row: row.rowNumber, column, reason } }
}

/** The row as it stands in the file, every column of the header with its text. */
export function rowCells(row: CsvRow, header: readonly string[]): [string, string][] {
  return header.map((name, index) => [name, row.cells[index] ?? ''])
}

function readCell(key: SiteFieldKey, cell: string, hasDecimalComma: boolean): ValueCheck {
  const text = plainCell(cell)
  const { type, options } = siteField(key)
  if (type === 'number') {
    if (text.trim() === '') return { ok: true, value: null }
    const number = decimalNumber(text, hasDecimalComma)
    return number === null ? notANumber(text) : checkSiteValue(key, number)
  }
  if (options) return parseSiteValue(key, options.includes(text.trim()) ? text : optionText(text, options))
  // What was escaped is a text to the last character; a bare cell's outer spaces are the typist's.
  return text === cell ? parseSiteValue(key, text) : checkSiteValue(key, text)
}

/** "Powered land" for powered_land; a text that is no option stays as it is, to be named in the refusal. */
function optionText(text: string, options: readonly string[]): string {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return options.find((option) => option.toLowerCase() === key) ?? text
}

function readDegrees(row: CsvRow, columns: ColumnMap, index: number, name: string, bound: number): RowResult<number> {
  const column = columns.header[index] ?? null
  const text = row.cells[index] ?? ''
  if (text.trim() === '') return reject(row, column, 'is empty, and a site needs a position')
  const degrees = decimalNumber(text, columns.hasDecimalComma)
  if (degrees === null) return reject(row, column, notANumber(text).reason)
  if (Math.abs(degrees) > bound) return reject(row, column, `${name} ${degrees} is outside -${bound} to ${bound}`)
  return { ok: true, value: degrees }
}

function notANumber(text: string): { ok: false; reason: string } {
  const trimmed = text.trim()
  return { ok: false, reason: `"${trimmed.length > 40 ? `${trimmed.slice(0, 40)}…` : trimmed}" is not a number` }
}
