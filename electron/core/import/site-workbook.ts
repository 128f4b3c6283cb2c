import type { CsvRow } from './csv-parser.ts'
import type { CsvBatch, CsvTable } from './csv-table.ts'
import type { Importer } from './importer.ts'
import { sitesCsv } from './layouts/sites-csv.ts'
import { recognisedSites } from './site-importers.ts'
import type { SourceFile } from './source/source-file.ts'
import type { Cell, SheetRow, Workbook } from './source/workbook.ts'

/** Rows of a sheet in which its header is looked for; banners and notes stand above it. */
const HEADER_ROWS = 60
const BATCH = 500

/** Any list of sites in a workbook: the first sheet with a row of headings that name sites and places. */
export const siteWorkbook: Importer = {
  id: 'sites-xlsx',
  async recognise(source) {
    if (source.content !== 'workbook') return null
    const workbook = await source.workbook()
    for (const { name, isHidden } of workbook.sheets) {
      const head = isHidden ? null : headOf(workbook, name)
      if (!head) continue
      const table = sheetTable(source, workbook, name, head)
      return {
        ...recognisedSites(sitesCsv, table),
        format: 'sites-xlsx',
        title: `List of sites, sheet "${name.trim()}"`,
      }
    }
    return null
  },
}

function headOf(workbook: Workbook, sheet: string): SheetRow | null {
  let seen = 0
  for (const row of workbook.rows(sheet)) {
    if (sitesCsv.recognises(row.cells.map(cellText))) return row
    seen += 1
    if (seen === HEADER_ROWS) return null
  }
  return null
}

export function sheetTable(source: SourceFile, workbook: Workbook, sheet: string, head: SheetRow): CsvTable {
  const { path, name, sha256, byteLength, modifiedMs } = source
  const header = columnNames(head.cells)
  async function* batches(): AsyncGenerator<CsvBatch, void, undefined> {
    let rows: CsvRow[] = []
    for (const { row, cells } of workbook.rows(sheet)) {
      if (row <= head.row) continue
      const texts = cells.map(cellText)
      if (texts.every((text) => text.trim() === '')) continue
      rows.push({ rowNumber: row, cells: withoutBlankEnd(texts, header.length) })
      if (rows.length < BATCH) continue
      yield { rows, bytesRead: 0 }
      rows = []
    }
    yield { rows, bytesRead: byteLength }
  }
  return { file: { path, name, sha256, byteLength, encoding: 'utf-8', modifiedMs }, header, delimiter: ',', batches }
}

/** Sheets often have formatted cells with nothing in them right of the table. */
function withoutBlankEnd(texts: readonly string[], length: number): readonly string[] {
  let end = texts.length
  while (end > length && (texts[end - 1] ?? '').trim() === '') end -= 1
  return texts.slice(0, end)
}

/** Every column under a name of its own. */
export function columnNames(cells: readonly Cell[]): readonly string[] {
  const counts = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cellText(cell).replace(/\s+/g, ' ').trim() || `Column ${index + 1}`
    const count = (counts.get(name.toLowerCase()) ?? 0) + 1
    counts.set(name.toLowerCase(), count)
    return count === 1 ? name : `${name} (${count})`
  })
}

export function cellText(cell: Cell): string {
  if (cell === null) return ''
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, '') : String(cell)
}
