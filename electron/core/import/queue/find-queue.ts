import { type HeaderRow, hasColumns, headerRow, headerText } from '../source/header-row.ts'
import type { SourceFile } from '../source/source-file.ts'
import { isMarkup, type SourceTable, sourceTables } from '../source/source-tables.ts'
import type { Cell, SheetRow } from '../source/workbook.ts'
import { QUEUE_LAYOUTS } from './layouts/queue-layouts.ts'
import type { QueueLayout, QueueTable } from './queue-layout.ts'

/** Rows of a sheet in which its header must stand. */
const MOST_HEADER_ROWS = 60
const MOST_SUB_HEADER_ROWS = 5

export interface FoundTable extends QueueTable {
  readonly source: SourceTable
}

export interface FoundQueue {
  readonly layout: QueueLayout
  readonly tables: readonly FoundTable[]
  /** The first rows of every sheet, whether it holds projects or not. */
  readonly preambles: readonly (readonly SheetRow[])[]
}

/** Looks for the header of a queue in the first rows of every table of a file; null where none has one. */
export async function findQueue(source: SourceFile): Promise<FoundQueue | null> {
  const tables = (await jsonTable(source)) ?? (await sourceTables(source))
  const heads = []
  for (const table of tables) heads.push({ table, rows: await firstRows(table) })
  for (const layout of QUEUE_LAYOUTS) {
    const found = heads.flatMap(({ table, rows }) => {
      const place = findHeader(layout, rows)
      if (!place) return []
      const above = layout.headerRows?.(headerRow(place.row)) === 2 ? place.above : undefined
      const header = named(headerRow(place.row, above), rows)
      return [{ source: table, sheet: table.sheet, header, preamble: rows.filter(({ row }) => row < header.row) }]
    })
    if (found.length > 0) return { layout, tables: found, preambles: heads.map(({ rows }) => rows) }
  }
  return null
}

/** Columns without a name in the header row are called by what runs down the rows below it, until the first project. */
function named(header: HeaderRow, rows: readonly SheetRow[]): HeaderRow {
  const names = [...header.names]
  for (const { row, cells } of rows) {
    if (row <= header.row) continue
    if (row > header.row + MOST_SUB_HEADER_ROWS || headerText(cells[0]) !== '') break
    for (const [index, cell] of cells.entries())
      if ((header.names[index] ?? '') === '') names[index] = `${names[index] ?? ''} ${headerText(cell)}`.trim()
  }
  return { ...header, names }
}

function findHeader(layout: QueueLayout, rows: readonly SheetRow[]): { row: SheetRow; above?: SheetRow } | null {
  for (const [index, row] of rows.entries()) {
    const header = headerRow(row)
    if (layout.without?.some((name) => header.columns.has(name.toLowerCase()))) continue
    if (!layout.signatures.some((names) => hasColumns(header, names))) continue
    const above = rows[index - 1]
    return above?.row === row.row - 1 ? { row, above } : { row }
  }
  return null
}

async function firstRows(table: SourceTable): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of table.batches()) {
    rows.push(...batch.slice(0, MOST_HEADER_ROWS))
    if (rows.length >= MOST_HEADER_ROWS) break
  }
  return rows.slice(0, MOST_HEADER_ROWS).filter(({ row }) => row <= MOST_HEADER_ROWS)
}

/** A JSON list of records as a table whose rows are numbered by their place in the list; null for what is no such list. */
async function jsonTable(source: SourceFile): Promise<readonly SourceTable[] | null> {
  if (source.content !== 'text' || !isMarkup(source.head)) return null
  const head = new TextDecoder().decode(source.head)
  if (!/"projectNumber"/.test(head)) return []
  const list = await (await source.text()).json()
  if (!Array.isArray(list)) return []
  const records = list.filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
  return [
    {
      sheet: null,
      async *batches() {
        // The names stand above the first record, as a header would.
        yield [{ row: -1, cells: names }]
        for (let at = 0; at < records.length; at += 200)
          yield records.slice(at, at + 200).map((record, index) => ({
            row: at + index,
            cells: names.map((name) => jsonCell(record[name])),
          }))
      },
    },
  ]
}

function jsonCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}
