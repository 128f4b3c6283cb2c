import type { CsvTable } from '../csv-table.ts'
import type { ExistingSites, ImportEvent } from '../import-event.ts'
import type { ImportKind } from '../importer.ts'

/** A known arrangement of columns. */
export interface Layout {
  /** The id that `--as` takes. */
  readonly format: string
  /** What its rows are, as a user reads it. */
  readonly kind: ImportKind
  /** What the app says a file of it is. */
  readonly title: string
  readonly attribution: string
  /** The data set that a file of this layout is an edition of. */
  dataSetName(fileName: string): string
  /** True where the column names show this layout, whatever the file is called. */
  recognises(header: readonly string[]): boolean
  /**
   * Reads the rows.
   * @throws AppError at once, naming the column, when a column is missing that the layout needs.
   */
  read(table: CsvTable, catalog: ExistingSites): AsyncIterable<ImportEvent>
}
