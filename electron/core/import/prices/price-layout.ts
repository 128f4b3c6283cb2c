import type { PriceRun } from '../../../../shared/domain/prices/price-series.ts'
import type { Cell } from '../source/workbook.ts'
import type { PriceSink } from './price-sink.ts'

export type PriceMarket = 'ERCOT' | 'PJM' | 'NYISO' | 'ISO-NE' | 'CAISO' | 'MISO' | 'SPP' | 'EIA'

/** Reads the data rows of one file. */
export interface PriceRows {
  /**
   * @param tell is called for each price that the row publishes, kept or not.
   * @returns null, or `{ column, reason }` of a rejected row, or 'skip' for a row that is no data row.
   */
  read(cells: readonly Cell[], tell: (point: string, price: number) => void): RowProblem | 'skip' | null
  /** Called after the last row. @returns what is wrong with the file as a whole, or null. */
  end?(rowsRead: number): string | null
}

export interface RowProblem {
  readonly column: string | null
  readonly reason: string
}

/** Finds a column by any of its names, letter case, blanks and punctuation aside; undefined where there is none. */
export type ColumnFinder = (...names: readonly string[]) => number | undefined

export interface PriceLayout {
  readonly id: string
  readonly market: PriceMarket
  /** What the app says it is, without the period: "ERCOT real-time settlement point prices". */
  readonly title: string
  readonly attribution: string
  /** False where the layout was written from documentation alone. */
  readonly isVerified: boolean
  /** Sets of alternatives that must all be found in one row for it to be the header. */
  readonly required: readonly (readonly string[])[]
  /** Whether the rows above the header say that it is another table under the same header. */
  refuses?(textAbove: string): boolean
  open(context: LayoutContext): PriceRows
  /** Which price, as the first data row shows it, for the title; left out where the layout has only one. */
  runOf?(column: ColumnFinder, firstRow: readonly Cell[], before: readonly (readonly Cell[])[]): PriceRun
}

export interface LayoutContext {
  readonly column: ColumnFinder
  readonly header: readonly Cell[]
  /** Rows above the header. */
  readonly before: readonly (readonly Cell[])[]
  readonly firstRow: readonly Cell[]
  readonly sink: PriceSink
}
