import { writeInPlace } from '../write-in-place.ts'
import type { ExportContent } from './export-content.ts'
import { inPieces } from './in-pieces.ts'
import { kmlText } from './kml-text.ts'

export async function writeKml(outputFile: string, content: ExportContent): Promise<void> {
  await writeInPlace(outputFile, async (handle) => {
    for await (const piece of inPieces(kmlText(content))) await handle.write(piece)
  })
}
