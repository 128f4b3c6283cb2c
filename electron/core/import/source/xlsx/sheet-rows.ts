import { AppError } from '../../../../../shared/contract/errors.ts'
import { excelDate } from '../excel-date.ts'
import type { Cell, SheetRow } from '../workbook.ts'
import { encodingOfXml, refuseDocumentType } from './read-part.ts'
import { richText } from './shared-strings.ts'
import { cellText } from './xml-text.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly fileName: string
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
}

export const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Cells of a sheet, blanks between others included: a table of a million rows and 40 columns. */
const MOST_CELLS = 40_000_000
/** A sheet names itself in its first characters. */
const LONGEST_START = 64 * 1024
/** One row's XML, characters: every column, and some with a long text. Its end is looked for with each piece read. */
const LONGEST_ROW = 8 * 1024 ** 2
const SLASH = 47

/** The rows of a sheet's XML that hold a value, as the XML comes in. @throws AppError bad_input */
export function* sheetRows(chunks: Iterable<Uint8Array>, context: SheetContext): Generator<SheetRow, void, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let xml = ''
  let prefix: string | undefined
  let lastRow = 0
  let cellCount = 0
  for (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOfXml(chunk))
    xml += decoder.decode(chunk, { stream: true })
    if (prefix === undefined) {
      refuseDocumentType(context.fileName, xml)
      prefix = /<((?:[A-Za-z_][\w.-]*:)?)worksheet[\s>]/.exec(xml)?.[1]
      if (prefix === undefined) {
        if (xml.length > LONGEST_START) return
        continue
      }
    }
    const [open, close] = [`<${prefix}row`, `</${prefix}row>`]
    let done = 0
    for (;;) {
      const start = xml.indexOf(open, done)
      if (start < 0) {
        done = Math.max(done, xml.length - open.length)
        break
      }
      const tagEnd = xml.indexOf('>', start)
      if (tagEnd < 0) {
        done = start
        break
      }
      if (!isNameEnd(xml.charCodeAt(start + open.length))) {
        done = tagEnd
        continue
      }
      const number = rowNumber(xml.slice(start, tagEnd), lastRow)
      if (xml.charCodeAt(tagEnd - 1) === SLASH) {
        lastRow = number
        done = tagEnd
        continue
      }
      const end = xml.indexOf(close, tagEnd)
      if (end < 0) {
        done = start
        break
      }
      lastRow = number
      if (lastRow > MOST_ROWS) throw tooManyRows(context.fileName)
      const body = xml.slice(tagEnd + 1, end)
      done = end
      if (body.includes(`<${prefix}v`) || body.includes(`<${prefix}is`)) {
        const cells = rowCells(body, prefix, context)
        cellCount += cells.length
        if (cellCount > MOST_CELLS) throw tooManyCells(context.fileName)
        yield { row: lastRow, cells }
      }
    }
    if (lastRow > MOST_ROWS) throw tooManyRows(context.fileName)
    xml = xml.slice(done)
    if (xml.length > LONGEST_ROW)
      throw new AppError(
        'bad_input',
        `Row ${lastRow + 1} of a sheet in "${context.fileName}" is too long to be read; save the table as CSV.`,
      )
  }
}

function rowNumber(tag: string, last: number): number {
  const at = tag.indexOf(' r="')
  const number = at < 0 ? last + 1 : Number.parseInt(tag.slice(at + 4), 10)
  return number > last ? number : last + 1
}

function rowCells(body: string, prefix: string, context: SheetContext): Cell[] {
  const [open, close] = [`<${prefix}c`, `</${prefix}c>`]
  const cells: Cell[] = []
  let at = body.indexOf(open)
  while (at >= 0) {
    const tagEnd = body.indexOf('>', at)
    if (tagEnd < 0) break
    if (!isNameEnd(body.charCodeAt(at + open.length))) {
      at = body.indexOf(open, tagEnd)
      continue
    }
    const tag = body.slice(at + open.length, tagEnd)
    const column = columnIndex(attributeOf(tag, 'r')) ?? cells.length
    if (column >= MOST_COLUMNS) break
    let value: Cell = null
    let next = tagEnd
    if (tag.charCodeAt(tag.length - 1) !== SLASH) {
      next = body.indexOf(close, tagEnd)
      if (next < 0) break
      value = cellValue(tag, body.slice(tagEnd + 1, next), prefix, context)
    }
    while (cells.length < column) cells.push(null)
    cells[column] = value
    at = body.indexOf(open, next)
  }
  return cells
}

function cellValue(tag: string, body: string, prefix: string, context: SheetContext): Cell {
  const type = attributeOf(tag, 't')
  if (type === 'inlineStr') return richText(body, prefix)
  const raw = valueText(body, prefix)
  if (raw === null) return null
  switch (type) {
    case 's':
      return context.strings[Number(raw)] ?? null
    case 'str':
      return cellText(raw)
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true'
    case 'e':
      return null
    case 'd':
      return isoDate(raw)
    default:
      return numberOrDate(raw, attributeOf(tag, 's'), context)
  }
}

function numberOrDate(raw: string, style: string | undefined, context: SheetContext): Cell {
  if (raw.trim() === '') return null
  const number = Number(raw)
  if (!Number.isFinite(number)) return null
  const isDate = style !== undefined && context.dateStyles[Number(style)] === true
  return (isDate ? excelDate(number, context.date1904) : null) ?? number
}

function isoDate(raw: string): Cell {
  const ms = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(raw.slice(10)) || raw.length <= 10 ? raw : `${raw}Z`)
  return Number.isNaN(ms) ? cellText(raw) : new Date(ms)
}

/** What stands in the cell's `v`; null where it has none. */
function valueText(body: string, prefix: string): string | null {
  const open = `<${prefix}v`
  let at = body.indexOf(open)
  while (at >= 0 && !isNameEnd(body.charCodeAt(at + open.length))) at = body.indexOf(open, at + 1)
  if (at < 0) return null
  const tagEnd = body.indexOf('>', at)
  const end = body.indexOf(`</${prefix}v>`, tagEnd)
  return tagEnd < 0 || end < 0 ? null : body.slice(tagEnd + 1, end)
}

function isNameEnd(code: number): boolean {
  return code === 62 || code === SLASH || code === 32 || code === 9 || code === 10 || code === 13
}

/** A short attribute of a cell's tag; quicker than a pattern, and a sheet has millions. */
function attributeOf(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}=`)
  if (at < 0) return undefined
  const from = at + name.length + 3
  const end = tag.indexOf(tag[from - 1] ?? '"', from)
  return end < 0 ? undefined : tag.slice(from, end)
}

/** 0 for A1, 26 for AA7. */
function columnIndex(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let index = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    index = index * 26 + code - 64
  }
  return index === 0 ? undefined : index - 1
}

function tooManyCells(fileName: string): AppError {
  return new AppError(
    'bad_input',
    `A sheet of "${fileName}" has more than ${MOST_CELLS.toLocaleString('en-US')} cells, blank ones included; save the table as CSV.`,
  )
}

function tooManyRows(fileName: string): AppError {
  return new AppError(
    'bad_input',
    `A sheet of "${fileName}" has more than ${MOST_ROWS.toLocaleString('en-US')} rows, the most that a workbook may have; save the table as CSV.`,
  )
}
