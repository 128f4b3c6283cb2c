import { excelDate } from '../source/excel-date.ts'
import type { Cell } from '../source/workbook.ts'

export interface QueueDate {
  /** ISO day; the first of the month or year where no more is given. */
  readonly date: string
  readonly precision: 'day' | 'month' | 'year'
}

const FIRST_SERIAL = 20_000
const LAST_SERIAL = 60_000
/** Earlier dates are marks that publishers put for "happened, date not known". */
const FIRST_DATE = '1950-01-01'
const LAST_YEAR = 2100

const ISO =
  /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?)?$/i
const MONTH = /^(\d{1,2})[-/](\d{4})$/

/**
 * The day that a cell of a date column means. A bare number is a spreadsheet's day count. A time of day other than
 * midnight is taken for a UTC stamp of a local day where the source has a `zone` (an IANA name), and ignored where not.
 * Null for anything that is no date, and for marks before 1950.
 */
export function queueDate(cell: Cell | undefined, date1904: boolean, zone?: string): QueueDate | null {
  if (cell instanceof Date) return ofInstant(cell, zone)
  if (typeof cell === 'number') {
    const isSerial = cell >= FIRST_SERIAL && cell <= LAST_SERIAL
    const date = isSerial ? excelDate(cell, date1904) : null
    return date ? ofInstant(date, zone) : null
  }
  return typeof cell === 'string' ? ofText(cell.trim(), date1904, zone) : null
}

function ofText(text: string, date1904: boolean, zone?: string): QueueDate | null {
  const iso = ISO.exec(text)
  if (iso) {
    const [, year = '', month = '', day, hour = '0', minute = '0', second = '0', offset] = iso
    if (day === undefined) return checked(year, month, undefined)
    if (zone !== undefined && Number(hour) + Number(minute) + Number(second) > 0) {
      const stamp = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset ?? 'Z'}`
      const date = new Date(stamp)
      return Number.isNaN(date.getTime()) ? null : ofInstant(date, zone)
    }
    return checked(year, month, day)
  }
  const american = AMERICAN.exec(text)
  if (american) {
    const [, month = '', day = '', year = ''] = american
    return checked(year.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2_000 : 1_900)) : year, month, day)
  }
  const month = MONTH.exec(text)
  if (month) return checked(month[2] ?? '', month[1] ?? '', undefined)
  if (/^\d{4}$/.test(text)) return bounded({ date: `${text}-01-01`, precision: 'year' })
  return /^\d{5}(\.\d+)?$/.test(text) ? queueDate(Number(text), date1904, zone) : null
}

function ofInstant(date: Date, zone?: string): QueueDate | null {
  const isMidnight = date.getTime() % 86_400_000 === 0
  if (zone === undefined || isMidnight) return bounded({ date: date.toISOString().slice(0, 10), precision: 'day' })
  return bounded({ date: dayIn(zone, date), precision: 'day' })
}

const FORMATS = new Map<string, Intl.DateTimeFormat>()

function dayIn(zone: string, date: Date): string {
  let format = FORMATS.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    FORMATS.set(zone, format)
  }
  return format.format(date)
}

function checked(year: string, month: string, day: string | undefined): QueueDate | null {
  const date = `${year}-${two(month)}-${two(day ?? '1')}`
  const parsed = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return null
  return bounded({ date, precision: day === undefined ? 'month' : 'day' })
}

function bounded(date: QueueDate): QueueDate | null {
  return date.date >= FIRST_DATE && Number(date.date.slice(0, 4)) <= LAST_YEAR ? date : null
}

function two(text: string): string {
  return text.padStart(2, '0')
}
