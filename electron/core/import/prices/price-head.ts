import type { Cell } from '../source/workbook.ts'
import { stampSeconds, textOf } from './cell-values.ts'
import { columnFinder } from './column-finder.ts'
import { PRICE_LAYOUTS } from './layouts/price-layouts.ts'
import type { ColumnFinder, PriceLayout } from './price-layout.ts'

/** Where a table of prices begins, and what it is. */
export interface PriceHead {
  readonly layout: PriceLayout
  readonly header: readonly Cell[]
  readonly headerRow: number
  readonly before: readonly (readonly Cell[])[]
  readonly firstRow: readonly Cell[]
  readonly column: ColumnFinder
}

export interface NumberedRow {
  readonly row: number
  readonly cells: readonly Cell[]
}

/** How far down a header is looked for. */
export const HEADER_WITHIN_ROWS = 60

/** Finds the header among the first rows of a table; null where no layout knows them. */
export function priceHead(rows: readonly NumberedRow[]): PriceHead | null {
  for (const [index, { row, cells }] of rows.entries()) {
    if (index >= HEADER_WITHIN_ROWS) return null
    if (cells.length < 3) continue
    const column = columnFinder(cells)
    const layout = PRICE_LAYOUTS.find(({ required }) => required.every((names) => column(...names) !== undefined))
    if (!layout) continue
    const before = rows.slice(0, index).map((each) => each.cells)
    if (layout.refuses?.(before.flat().map(textOf).join(' '))) return null
    const below = rows.slice(index + 1)
    const firstRow = below.find((each) => each.cells.some((cell) => stampSeconds(cell) !== null)) ?? below[0]
    return { layout, header: cells, headerRow: row, before, firstRow: firstRow?.cells ?? [], column }
  }
  return null
}
