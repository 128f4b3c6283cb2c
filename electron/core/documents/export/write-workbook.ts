import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import { plainText } from '../plain-text.ts'
import { writeInPlace } from '../write-in-place.ts'
import type { ExportContent, ExportRow } from './export-content.ts'

/** Longest text that a cell of a workbook may hold, characters. */
const CELL_LENGTH = 32_767

/** A sheet of sites and one for each table beside them; every row keeps its site's id. */
export async function writeWorkbook(outputFile: string, content: ExportContent): Promise<void> {
  const sites: CellValue[][] = []
  const beside = { notes: [] as CellValue[][], sources: [] as CellValue[][], queue: [] as CellValue[][] }
  const cellsOf = (columns: readonly ExportColumn[], row: ExportRow) =>
    columns.map(({ name }) => cell(row[name] ?? null))
  const columnsOf = (name: keyof typeof beside) =>
    content.sideTables.find((table) => table.name === name)?.columns ?? []
  for await (const { row, notes, sources } of content.sites()) {
    sites.push(cellsOf(content.columns, row))
    for (const note of notes) beside.notes.push(cellsOf(columnsOf('notes'), note))
    for (const source of sources) beside.sources.push(cellsOf(columnsOf('sources'), source))
  }
  const queueColumns = columnsOf('queue')
  if (queueColumns.length > 0) for (const row of content.queue()) beside.queue.push(cellsOf(queueColumns, row))
  const sheets = [
    sheet('Sites', content.columns, sites),
    ...content.sideTables.map((table) => sheet(table.title, table.columns, beside[table.name])),
  ]
  const bytes = await writeXlsx({ sheets, properties: { title: content.title, creator: 'Switchyard' } })
  await writeInPlace(outputFile, async (handle) => {
    await handle.write(bytes)
  })
}

function sheet(name: string, columns: readonly ExportColumn[], rows: CellValue[][]): WriteSheet {
  return {
    name,
    columns: columns.map((column) => ({ width: column.type === 'number' ? 12 : 24 })),
    rows: [columns.map((column) => column.name), ...rows],
    freezePane: { rows: 1 },
  }
}

function cell(value: string | number | null): CellValue {
  return typeof value === 'string' ? plainText(value).slice(0, CELL_LENGTH) : value
}
