import { csvLine } from '../csv-cell.ts'
import { writeInPlace } from '../write-in-place.ts'
import type { ExportContent } from './export-content.ts'
import { inPieces } from './in-pieces.ts'

/** UTF-8 with CR LF. */
export async function writeCsv(outputFile: string, content: ExportContent): Promise<void> {
  const names = content.columns.map((column) => column.name)
  await writeInPlace(outputFile, async (handle) => {
    await handle.write(csvLine(names))
    const lines = (async function* () {
      for await (const { row } of content.sites()) yield csvLine(names.map((name) => row[name] ?? null))
    })()
    for await (const piece of inPieces(lines)) await handle.write(piece)
  })
}
