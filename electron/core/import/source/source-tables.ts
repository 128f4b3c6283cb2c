import type { SourceFile } from './source-file.ts'
import type { SheetRow } from './workbook.ts'

/** A table as it comes out of a workbook's sheet, a text with separated cells, or a JSON list: rows from the top. */
export interface SourceTable {
  /** Null for a file that has no sheets. */
  readonly sheet: string | null
  /** Pieces of rows; each may be taken in one go. */
  batches(): AsyncIterable<readonly SheetRow[]>
}

const BATCH_ROWS = 200

/** The tables of a file whatever it is saved as, hidden sheets left out; none where it holds no table. */
export async function sourceTables(source: SourceFile): Promise<readonly SourceTable[]> {
  if (source.content === 'workbook') {
    const workbook = await source.workbook()
    return workbook.sheets
      .filter(({ isHidden }) => !isHidden)
      .map(({ name }) => ({ sheet: name, batches: () => sheetBatches(workbook.rows(name)) }))
  }
  if (source.content !== 'text' || isMarkup(source.head)) return []
  const text = await source.text()
  return [
    {
      sheet: null,
      async *batches() {
        for await (const { rows } of text.rows()) yield rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells }))
      },
    },
  ]
}

async function* sheetBatches(rows: Iterable<SheetRow>): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let batch: SheetRow[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  yield batch
}

/** JSON and XML, in which separated cells would be found by chance only. */
export function isMarkup(head: Uint8Array): boolean {
  return /^\s*[[{<]/.test(new TextDecoder().decode(head.subarray(0, 256)))
}
