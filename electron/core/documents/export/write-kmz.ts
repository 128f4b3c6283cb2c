import { writeInPlace } from '../write-in-place.ts'
import type { ExportContent } from './export-content.ts'
import { inPieces } from './in-pieces.ts'
import { kmlText } from './kml-text.ts'
import { zipParts } from './zip-parts.ts'

/** A zip whose only part is doc.kml. */
export async function writeKmz(outputFile: string, content: ExportContent): Promise<void> {
  const pieces: string[] = []
  for await (const piece of inPieces(kmlText(content))) pieces.push(piece)
  await writeInPlace(outputFile, async (handle) => {
    await handle.write(zipParts({ 'doc.kml': Buffer.from(pieces.join('')) }))
  })
}
