import { AppError } from '../../../../shared/contract/errors.ts'
import { csvDelimiter } from '../csv-delimiter.ts'
import { CsvParser } from '../csv-parser.ts'
import type { SourceFile } from '../source/source-file.ts'
import { HEADER_WITHIN_ROWS, type NumberedRow } from './price-head.ts'

export interface TableRows {
  readonly rows: readonly NumberedRow[]
  /** Of the file so far, in the unit of `total`. */
  readonly done: number
}

/** One table of a file: a text, a sheet, or a text of an archive. */
export interface PriceTable {
  /** The sheet or the archive's file; empty for a text. */
  readonly name: string
  readonly total: number
  batches(): AsyncIterable<TableRows> | Iterable<TableRows>
}

const SHEET_BATCH = 500
/** A zip of daily files; more are not prices. */
const MOST_ENTRIES = 400

/** The tables of a file that may hold prices; none for other kinds of content. */
async function priceTables(source: SourceFile): Promise<readonly PriceTable[]> {
  if (source.content === 'text') {
    const text = await source.text()
    return [
      {
        name: '',
        total: source.byteLength,
        async *batches() {
          for await (const { rows, bytesRead } of text.rows())
            yield { rows: rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells })), done: bytesRead }
        },
      },
    ]
  }
  if (source.content === 'workbook') {
    const workbook = await source.workbook()
    return workbook.sheets
      .filter(({ isHidden }) => !isHidden)
      .map(({ name }, index, all) => ({
        name,
        total: all.length,
        *batches() {
          let batch: NumberedRow[] = []
          for (const row of workbook.rows(name)) {
            batch.push(row)
            if (batch.length === SHEET_BATCH) {
              yield { rows: batch, done: index }
              batch = []
            }
          }
          yield { rows: batch, done: index + 1 }
        },
      }))
  }
  return source.content === 'zip' ? zippedTables(source) : []
}

async function zippedTables(source: SourceFile): Promise<readonly PriceTable[]> {
  const zip = await source.zip()
  const texts = zip.entries.filter(({ name }) => /\.csv$/i.test(name) && !name.startsWith('__MACOSX/'))
  if (texts.length > MOST_ENTRIES) return []
  return texts.map((entry, index) => ({
    name: entry.name,
    total: texts.length,
    async *batches() {
      const text = decode(await zip.read(entry))
      const rows = new CsvParser(entry.name, csvDelimiter(text)).push(text, true)
      yield { rows: rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells })), done: index + 1 }
    },
  }))
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export interface TableHead {
  readonly table: PriceTable
  readonly rows: readonly NumberedRow[]
}

// Many layouts ask the same file; its tables are opened and their first rows read once.
const HEADS = new WeakMap<SourceFile, Promise<readonly TableHead[]>>()

/** The tables of a file with the rows that a header may be among. */
export function tableHeads(source: SourceFile): Promise<readonly TableHead[]> {
  let heads = HEADS.get(source)
  if (!heads) {
    heads = readHeads(source)
    HEADS.set(source, heads)
  }
  return heads
}

async function readHeads(source: SourceFile): Promise<readonly TableHead[]> {
  const heads: TableHead[] = []
  for (const table of await priceTables(source)) heads.push({ table, rows: await firstRows(table) })
  return heads
}

/** The rows that a header may be among, and the one below it; empty where the table cannot be read. */
async function firstRows(table: PriceTable): Promise<readonly NumberedRow[]> {
  const rows: NumberedRow[] = []
  try {
    for await (const batch of table.batches()) {
      rows.push(...batch.rows.slice(0, HEADER_WITHIN_ROWS + 2 - rows.length))
      if (rows.length > HEADER_WITHIN_ROWS + 1) break
    }
  } catch (error) {
    // What is damaged here may be read, or refused in better words, as something else.
    if (error instanceof AppError) return []
    throw error
  }
  return rows
}
