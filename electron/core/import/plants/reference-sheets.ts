import { priceOf, textOf } from '../prices/cell-values.ts'
import { columnFinder } from '../prices/column-finder.ts'
import type { NumberedRow } from '../prices/price-head.ts'
import type { ColumnFinder } from '../prices/price-layout.ts'
import { type PriceTable as Table, tableHeads } from '../prices/price-tables.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { Cell } from '../source/workbook.ts'
import { SCHEDULES, type Schedule } from './schedules.ts'

/** A sheet that holds one of EIA's tables. */
export interface ReferenceSheet {
  readonly table: Table
  readonly schedule: Schedule
  readonly column: ColumnFinder
  readonly header: readonly Cell[]
  readonly headerRow: number
  /** The rows above the header. */
  readonly before: readonly (readonly Cell[])[]
  readonly firstRow: readonly Cell[]
}

/** A header stands near the top in every edition. */
const HEADER_WITHIN = 10

// Every schedule asks the same file; its sheets are looked at once.
const FOUND = new WeakMap<SourceFile, Promise<readonly ReferenceSheet[]>>()

/** The sheets of a file that hold a table of EIA, in the order of the file. */
export function referenceSheets(source: SourceFile): Promise<readonly ReferenceSheet[]> {
  let found = FOUND.get(source)
  if (!found) {
    found = look(source)
    FOUND.set(source, found)
  }
  return found
}

async function look(source: SourceFile): Promise<readonly ReferenceSheet[]> {
  if (source.content !== 'workbook' && source.content !== 'text') return []
  const sheets: ReferenceSheet[] = []
  for (const { table, rows } of await tableHeads(source)) {
    const sheet = sheetOf(table, rows)
    if (sheet) sheets.push(sheet)
  }
  return sheets
}

function sheetOf(table: Table, rows: readonly NumberedRow[]): ReferenceSheet | null {
  for (const [index, { row, cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const column = columnFinder(cells)
    const schedule = SCHEDULES.find(({ required }) => required.every((names) => column(...names) !== undefined))
    if (!schedule) continue
    const below = rows.slice(index + 1).map((each) => each.cells)
    return {
      table,
      schedule,
      column,
      header: cells,
      headerRow: row,
      before: rows.slice(0, index).map((each) => each.cells),
      firstRow: below.find((each) => isDataRow(schedule, column, each)) ?? [],
    }
  }
  return null
}

/** Whether a row below the header is data: footnotes and blank rows have no code. */
export function isDataRow(schedule: Schedule, column: ColumnFinder, cells: readonly Cell[]): boolean {
  if (schedule.key === null) return cells.some((cell) => textOf(cell) !== '')
  const code = priceOf(cells[column(...schedule.key) ?? -1])
  return code !== null && Number.isInteger(code)
}
