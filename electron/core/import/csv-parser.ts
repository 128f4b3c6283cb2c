import { AppError } from '../../../shared/contract/errors.ts'
import { IMPORT_LIMITS } from './import-limits.ts'

/** One row of a CSV file. Rows are numbered as a spreadsheet does: a quoted cell with line breaks is one row. */
export interface CsvRow {
  readonly rowNumber: number
  readonly cells: readonly string[]
}

const QUOTE = 34
const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * Reads RFC 4180 text that arrives in pieces cut anywhere. Lines may end in CR LF, LF or CR, also mixed. Like
 * spreadsheets it takes a quote inside a bare cell, and text after a closing quote, as they stand. Empty lines
 * count as rows and are left out.
 */
export class CsvParser {
  readonly #name: string
  readonly #delimiter: number
  #carry = ''
  #rowNumber = 0
  #at = 0

  constructor(name: string, delimiter: string) {
    this.#name = name
    this.#delimiter = delimiter.charCodeAt(0)
  }

  /**
   * The rows that the text so far completes; the last piece of the file says so.
   * @throws AppError when a quote never closes or a row is longer than 1 MB.
   */
  push(text: string, isLast: boolean): CsvRow[] {
    const buffer = this.#carry + text
    const rows: CsvRow[] = []
    let start = 0
    while (start < buffer.length) {
      const cells = this.#readRow(buffer, start, isLast)
      if (cells === null) break
      this.#rowNumber++
      if (this.#at - start > IMPORT_LIMITS.lineLength) throw this.#tooLong()
      if (cells.some((cell) => cell !== '')) rows.push({ rowNumber: this.#rowNumber, cells })
      start = this.#at
    }
    this.#carry = buffer.slice(start)
    if (this.#carry.length > IMPORT_LIMITS.lineLength) throw this.#tooLong()
    return rows
  }

  /** Reads one row and leaves the position behind it in `#at`; null when the text ends before the row does. */
  #readRow(text: string, start: number, isLast: boolean): string[] | null {
    const cells: string[] = []
    const delimiter = this.#delimiter
    const { length } = text
    let at = start
    for (;;) {
      let cell = ''
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1)
        if (close < 0 || (close + 1 === length && !isLast)) {
          if (isLast) throw this.#unclosed()
          return null
        }
        const inner = text.slice(at + 1, close)
        cell = inner.includes('"') ? inner.replaceAll('""', '"') : inner
        at = close + 1
      }
      const bareFrom = at
      let code = text.charCodeAt(at)
      while (at < length && code !== delimiter && code !== LINE_FEED && code !== CARRIAGE_RETURN)
        code = text.charCodeAt(++at)
      if (at > bareFrom) cell += text.slice(bareFrom, at)
      if (at >= length) {
        if (!isLast) return null
        cells.push(cell)
        this.#at = length
        return cells
      }
      cells.push(cell)
      at++
      if (code === delimiter) continue
      if (code === CARRIAGE_RETURN) {
        if (at === length && !isLast) return null
        if (text.charCodeAt(at) === LINE_FEED) at++
      }
      this.#at = at
      return cells
    }
  }

  #tooLong(): AppError {
    return new AppError(
      'bad_input',
      `Row ${this.#rowNumber + 1} of "${this.#name}" is longer than 1 MB; look there for a quote that is not closed.`,
    )
  }

  #unclosed(): AppError {
    return new AppError(
      'bad_input',
      `Row ${this.#rowNumber + 1} of "${this.#name}" opens a quote that is never closed; close it and import again.`,
    )
  }
}

/** The quote that ends a cell, skipping doubled ones; -1 when the text ends first. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2)
  return at
}
