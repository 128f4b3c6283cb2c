import { decimalNumber } from '../decimal-number.ts'
import type { HeaderRow } from '../source/header-row.ts'
import type { Cell, SheetRow } from '../source/workbook.ts'
import { type QueueDate, queueDate } from './queue-date.ts'

const BLANKS = new Set(['', 'n/a', 'na', '-', '--', 'tbd', 'none', 'null', '.', 'not specified'])

/** One row of a queue table, read by column name. What is not taken is kept beside the record. */
export class QueueRow {
  readonly row: number
  readonly #cells: readonly Cell[]
  readonly #header: HeaderRow
  readonly #date1904: boolean
  readonly #taken = new Set<number>()
  readonly #precision: Record<string, string> = {}

  constructor({ row, cells }: SheetRow, header: HeaderRow, date1904: boolean) {
    this.row = row
    this.#cells = cells
    this.#header = header
    this.#date1904 = date1904
  }

  has(name: string): boolean {
    return this.#header.columns.has(name.toLowerCase())
  }

  /** The first of the columns that says something, as text; the columns are taken into the record. */
  text(...names: string[]): string | null {
    return this.#first(names, (cell) => notBlank(cellText(cell)))
  }

  /** The text of a column word for word, blanks such as "None" included; null for an empty cell. */
  word(...names: string[]): string | null {
    return this.#first(names, (cell) => cellText(cell) || null)
  }

  /** Text that decides something and stays kept beside the record as well. */
  see(...names: string[]): string {
    for (const name of names) {
      const text = notBlank(cellText(this.#cell(name)))
      if (text !== null) return text
    }
    return ''
  }

  number(...names: string[]): number | null {
    return this.#first(names, (cell) => (typeof cell === 'number' ? cell : decimalNumber(cellText(cell), false)))
  }

  date(field: string, names: readonly string[], zone?: string): string | null {
    const found = this.#first(names, (cell) => queueDate(cell, this.#date1904, zone))
    return found === null ? null : this.note(field, found)
  }

  /** A date without taking its column. */
  seeDate(...names: string[]): string | null {
    for (const name of names) {
      const found = queueDate(this.#cell(name), this.#date1904)
      if (found) return found.date
    }
    return null
  }

  cell(name: string): Cell {
    return this.#cell(name)
  }

  /** Keeps how exactly a date of the record is known. */
  note(
    field: string,
    { date, precision }: { date: string; precision: QueueDate['precision'] | 'at the latest' },
  ): string {
    if (precision !== 'day') this.#precision[field] = precision
    return date
  }

  /** How exactly the dates that are not known to the day are known. */
  get precision(): Readonly<Record<string, string>> {
    return this.#precision
  }

  /** The columns that no field took and that say something, by name; unnamed ones by their letter. */
  extra(): Record<string, string> {
    const extra: Record<string, string> = {}
    for (const [index, cell] of this.#cells.entries()) {
      if (this.#taken.has(index)) continue
      const text = cellText(cell)
      if (text === '') continue
      const name = this.#header.names[index] || `Column ${columnLetters(index)}`
      extra[name in extra ? `${name} (${columnLetters(index)})` : name] = text
    }
    return extra
  }

  #cell(name: string): Cell {
    const index = this.#header.columns.get(name.toLowerCase())
    return index === undefined ? null : (this.#cells[index] ?? null)
  }

  #first<T>(names: readonly string[], read: (cell: Cell) => T | null): T | null {
    for (const name of names) {
      const index = this.#header.columns.get(name.toLowerCase())
      const value = index === undefined ? null : read(this.#cells[index] ?? null)
      if (value === null || index === undefined) continue
      this.#taken.add(index)
      return value
    }
    return null
  }
}

/** A cell as text, white space runs as one space. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const iso = cell.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
  }
  return String(cell).replace(/\s+/g, ' ').trim()
}

function notBlank(text: string): string | null {
  return BLANKS.has(text.toLowerCase()) ? null : text
}

function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
