/** A cached value of a cell; formulas are never evaluated. A `Date` is the UTC reading of a cell formatted as a date. */
export type Cell = string | number | boolean | Date | null

/** One row of a sheet or table. */
export interface SheetRow {
  /** The sheet's own row number: the first row is 1, and rows without cells are counted though they are left out. */
  readonly row: number
  /** By column, A first; columns without a cell hold null. */
  readonly cells: readonly Cell[]
}

export interface SheetName {
  readonly name: string
  readonly isHidden: boolean
}

/** An opened spreadsheet workbook. */
export interface Workbook {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetName[]
  /** Whether dates are counted from 1904. */
  readonly date1904: boolean
  /**
   * The rows of a sheet that hold a value, from the top; reading goes on as they are taken.
   * @throws AppError bad_input for a damaged sheet, or one past the row limit.
   */
  rows(sheet: string): Iterable<SheetRow>
}
