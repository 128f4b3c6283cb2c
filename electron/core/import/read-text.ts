import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import { fileProblem } from './file-problem.ts'
import type { ScannedFile } from './scanned-file.ts'

const CHUNK_BYTES = 1024 ** 2
/** Few enough rows that what is made of them is gone again before it counts as old and is swept with the old. */
const PIECE_BYTES = 64 * 1024

export interface TextChunk {
  readonly text: string
  /** Of the file so far. */
  readonly bytesRead: number
}

/**
 * The text of a scanned file, piece by piece, without its byte-order mark.
 * @throws AppError when the file changed since it was scanned, or can no longer be read.
 */
export async function* readText(file: ScannedFile): AsyncGenerator<TextChunk, void, undefined> {
  let handle: FileHandle
  try {
    handle = await open(file.path, 'r')
  } catch (error) {
    throw fileProblem(file.name, error)
  }
  try {
    const decoder = new TextDecoder(file.encoding)
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    let position = 0
    for (;;) {
      const { bytesRead } = await readPiece(handle, buffer, position, file.name)
      if (bytesRead === 0) break
      for (let from = 0; from < bytesRead; from += PIECE_BYTES) {
        const piece = buffer.subarray(from, Math.min(bytesRead, from + PIECE_BYTES))
        position += piece.length
        yield { text: decoder.decode(piece, { stream: true }), bytesRead: position }
      }
    }
    const rest = decoder.decode()
    if (rest !== '') yield { text: rest, bytesRead: position }
    const { mtimeMs } = await handle.stat()
    if (position !== file.byteLength || mtimeMs !== file.modifiedMs)
      throw new AppError(
        'bad_input',
        `"${file.name}" was changed while it was read; import it again when nothing writes to it.`,
      )
  } finally {
    await handle.close()
  }
}

async function readPiece(handle: FileHandle, buffer: Buffer, position: number, name: string) {
  try {
    return await handle.read(buffer, 0, buffer.length, position)
  } catch (error) {
    throw fileProblem(name, error)
  }
}
