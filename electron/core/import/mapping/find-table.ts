import { columnKey } from '../column-key.ts'
import type { CsvRow } from '../csv-parser.ts'
import type { CsvBatch, CsvTable } from '../csv-table.ts'
import { mapSiteColumns } from '../layouts/map-site-columns.ts'
import { cellText, columnNames, sheetTable } from '../site-workbook.ts'
import type { SourceFile } from '../source/source-file.ts'
import { isMarkup } from '../source/source-tables.ts'
import type { SheetRow } from '../source/workbook.ts'

/** Rows in which the headings are looked for; banners and notes stand above them. */
const HEADER_ROWS = 60

export interface FoundTable {
  readonly table: CsvTable
  readonly sheet: string | null
  readonly headerRow: number
}

/**
 * The table of a file: the visible sheet and the row whose headings say most, wherever they stand.
 * @param headings that must be there; without them the row that reads most like headings of sites is taken.
 * @returns null where the file holds no table, or none with these headings.
 */
export async function findTable(source: SourceFile, headings?: readonly string[]): Promise<FoundTable | null> {
  const found: (FoundTable & { score: number })[] = []
  if (source.content === 'workbook') {
    const workbook = await source.workbook()
    for (const { name, isHidden } of workbook.sheets) {
      const head = isHidden ? null : bestHead(firstRows(workbook.rows(name)), headings)
      if (head)
        found.push({
          table: sheetTable(source, workbook, name, head.row),
          sheet: name,
          headerRow: head.row.row,
          score: head.score,
        })
    }
  } else if (source.content === 'text' && !isMarkup(source.head)) {
    const text = await source.text()
    const rows: SheetRow[] = []
    for await (const batch of text.rows()) {
      rows.push(...batch.rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells })))
      if (rows.length > HEADER_ROWS) break
    }
    const head = bestHead(rows.slice(0, HEADER_ROWS + 1), headings)
    if (head)
      found.push({ table: textTable(source, head.row, text), sheet: null, headerRow: head.row.row, score: head.score })
  }
  return found.sort((a, b) => b.score - a.score)[0] ?? null
}

function firstRows(rows: Iterable<SheetRow>): SheetRow[] {
  const first: SheetRow[] = []
  for (const row of rows) {
    first.push(row)
    if (first.length > HEADER_ROWS) break
  }
  return first
}

function bestHead(
  rows: readonly SheetRow[],
  headings: readonly string[] | undefined,
): { row: SheetRow; score: number } | null {
  let best: { row: SheetRow; score: number } | null = null
  // Headings have rows below them.
  for (const row of rows.slice(0, -1)) {
    const score = headings ? scoreOfKnown(row, headings) : scoreOf(row)
    if (score > (best?.score ?? 0)) best = { row, score }
  }
  return best
}

function scoreOfKnown({ cells }: SheetRow, headings: readonly string[]): number {
  const keys = new Set(columnNames(cells).map(columnKey))
  return headings.every((heading) => keys.has(columnKey(heading))) ? 1 + headings.length : 0
}

function scoreOf({ cells }: SheetRow): number {
  const texts = cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '')
  const words = texts.filter((text) => /\p{Letter}/u.test(text) && text.length <= 80)
  if (words.length < 2 || words.length < texts.length * 0.6) return 0
  return 1 + mapSiteColumns(texts).size * 10 + Math.min(9, words.length) / 10
}

function textTable(source: SourceFile, head: SheetRow, text: Awaited<ReturnType<SourceFile['text']>>): CsvTable {
  const { path, name, sha256, byteLength, modifiedMs } = source
  async function* batches(): AsyncGenerator<CsvBatch, void, undefined> {
    for await (const { rows, bytesRead } of text.rows())
      yield { rows: rows.filter((row: CsvRow) => row.rowNumber > head.row), bytesRead }
  }
  return {
    file: { path, name, sha256, byteLength, encoding: text.encoding, modifiedMs },
    header: columnNames(head.cells),
    delimiter: ',',
    batches,
  }
}
