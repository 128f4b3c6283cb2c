import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import { fileProblem } from './file-problem.ts'
import { IMPORT_LIMITS } from './import-limits.ts'
import type { ScannedFile, TextEncoding } from './scanned-file.ts'

const CHUNK_BYTES = 256 * 1024
const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * Reads a text file once from end to end: its hash, its size and its encoding. A file that cannot be a
 * table of text is refused at the first byte that shows it, so 200 MB on one line cost no more than a megabyte.
 * @throws AppError bad_input with one sentence.
 */
export async function scanFile(file: { path: string; name: string }): Promise<ScannedFile> {
  let handle: FileHandle
  try {
    handle = await open(file.path, 'r')
  } catch (error) {
    throw fileProblem(file.name, error)
  }
  try {
    return await scan(handle, file)
  } catch (error) {
    throw error instanceof AppError ? error : fileProblem(file.name, error)
  } finally {
    await handle.close()
  }
}

async function scan(handle: FileHandle, file: { path: string; name: string }): Promise<ScannedFile> {
  const { name } = file
  const stat = await handle.stat()
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  let byteLength = 0
  let sinceLineEnd = 0
  let tail = Buffer.alloc(0)
  let encoding: TextEncoding = 'utf-8'
  let hasLines = true
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, byteLength)
    if (bytesRead === 0) break
    const chunk = buffer.subarray(0, bytesRead)
    if (byteLength === 0) {
      encoding = encodingOfMark(chunk) ?? encoding
      hasLines = encoding === 'utf-8' && !isMarkup(chunk)
    }
    const nul = encoding.startsWith('utf-16') ? -1 : chunk.indexOf(0)
    if (nul >= 0)
      throw refuse(`"${name}" is a binary file (byte ${byteLength + nul + 1} is zero); choose a CSV text file.`)

    const firstEnd = firstLineEnd(chunk)
    if (hasLines && sinceLineEnd + (firstEnd < 0 ? bytesRead : firstEnd) > IMPORT_LIMITS.lineLength)
      throw refuse(`"${name}" has a line longer than 1 MB; it is not a table of sites, so check how it was saved.`)
    sinceLineEnd = firstEnd < 0 ? sinceLineEnd + bytesRead : bytesRead - lastLineEnd(chunk) - 1

    if (encoding === 'utf-8') {
      const text = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk
      const whole = text.length - unfinishedBytes(text)
      if (isUtf8(text.subarray(0, whole))) tail = Buffer.from(text.subarray(whole))
      else encoding = 'windows-1252'
    }
    hash.update(chunk)
    byteLength += bytesRead
  }
  if (tail.length > 0) encoding = 'windows-1252'
  return { path: file.path, name, sha256: hash.digest('hex'), byteLength, encoding, modifiedMs: stat.mtimeMs }
}

function encodingOfMark(start: Buffer): TextEncoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null
}

/** JSON and XML are often written without a line end, so that the length of their lines says nothing. */
function isMarkup(start: Buffer): boolean {
  return /^(\u00ef\u00bb\u00bf)?\s*[[{<]/.test(start.toString('latin1', 0, 256))
}

function firstLineEnd(chunk: Buffer): number {
  const feed = chunk.indexOf(LINE_FEED)
  const carriage = (feed < 0 ? chunk : chunk.subarray(0, feed)).indexOf(CARRIAGE_RETURN)
  return carriage < 0 ? feed : carriage
}

function lastLineEnd(chunk: Buffer): number {
  const feed = chunk.lastIndexOf(LINE_FEED)
  const carriage = chunk.subarray(feed + 1).lastIndexOf(CARRIAGE_RETURN)
  return carriage < 0 ? feed : feed + 1 + carriage
}

/** Bytes at the end that begin a UTF-8 character and do not finish it. */
function unfinishedBytes(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

function refuse(message: string): AppError {
  return new AppError('bad_input', message)
}
