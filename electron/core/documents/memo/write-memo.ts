import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../../shared/contract/errors.ts'
import { writeInPlace } from '../write-in-place.ts'
import { drawFooters } from './footer.ts'
import { Canvas } from './layout/canvas.ts'
import { Flow } from './layout/flow.ts'
import { createMemoPdf, type MemoPdf } from './layout/memo-pdf.ts'
import { paragraph } from './layout/paragraph.ts'
import { openGround } from './map/open-ground.ts'
import type { MemoInput } from './memo-input.ts'
import { memoSections } from './memo-sections.ts'
import { readContent } from './read-content.ts'
import { CONTENT_WIDTH, STYLES } from './style.ts'
import { openFaces } from './text/open-face.ts'
import { REPLACEMENT } from './text/printable.ts'

/** Pages of an ordinary memo, to measure progress by until the real number is known. */
const USUAL_PAGES = 4

/**
 * Writes the PDF memo of one site. The file appears when it is complete and not before; a cancelled or failed memo
 * leaves none.
 * @throws AppError bad_input for a scenario that is none, not_found for a site that is not in the columns, cancelled,
 * or disk.
 */
export async function writeMemo(input: MemoInput): Promise<void> {
  const bytes = await makeMemo(input)
  throwIfCancelled(input)
  await writeInPlace(input.outputFile, async (handle) => {
    await handle.writeFile(bytes)
  })
}

async function makeMemo(input: MemoInput): Promise<Uint8Array> {
  const faces = openFaces(input.resources.fonts)
  const content = readContent(input, faces)
  const ground = await openGround(input.resources.basemap)
  const pdf = createMemoPdf({
    title: `${content.name}: site memo`,
    author: input.author,
    subject: content.explanation.sentence,
    creator: `Switchyard ${input.appVersion}`,
    date: new Date(input.nowMs),
  })
  const whole = collect(pdf)
  const canvas = new Canvas(pdf, faces)
  const flow = new Flow(canvas)
  for await (const pieces of memoSections(content, ground)) {
    flow.add(pieces)
    input.onProgress(canvas.pageCount - 1, Math.max(USUAL_PAGES, canvas.pageCount))
    await setImmediate()
    throwIfCancelled(input)
  }
  if (canvas.hasReplacements) {
    const note = `${REPLACEMENT} stands for a character that the memo's font cannot show; the catalog keeps every character.`
    flow.add(paragraph(faces, note, STYLES.note, CONTENT_WIDTH, 10))
  }
  drawFooters(canvas, content)
  const pages = canvas.pageCount
  pdf.end()
  const bytes = await whole
  input.onProgress(pages, pages)
  return bytes
}

function throwIfCancelled(input: MemoInput): void {
  if (input.isCancelled()) throw new AppError('cancelled', 'The memo was cancelled; no file was written.')
}

function collect(pdf: MemoPdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
