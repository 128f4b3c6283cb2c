import { closeSync, openSync, readSync } from 'node:fs'
import { fileProblem } from '../file-problem.ts'

/** Bytes that can be read at any place. */
export interface ByteReader {
  readonly byteLength: number
  /** Up to `length` bytes from `offset`; fewer where the file ends. */
  read(offset: number, length: number): Uint8Array
  /** The bytes from `offset` in pieces, for reading on as they are taken. */
  pieces(offset: number, length: number, pieceLength: number): Iterable<Uint8Array>
}

/** Reads a file without keeping it open between reads. */
export function fileBytes(file: { path: string; name: string; byteLength: number }): ByteReader {
  const opened = <T>(read: (handle: number) => T): T => {
    let handle: number
    try {
      handle = openSync(file.path, 'r')
    } catch (error) {
      throw fileProblem(file.name, error)
    }
    try {
      return read(handle)
    } finally {
      closeSync(handle)
    }
  }
  const readAt = (handle: number, offset: number, length: number): Uint8Array => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, file.byteLength - offset)))
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, offset))
  }
  return {
    byteLength: file.byteLength,
    read: (offset, length) => opened((handle) => readAt(handle, offset, length)),
    *pieces(offset, length, pieceLength) {
      for (let at = 0; at < length; at += pieceLength)
        yield opened((handle) => readAt(handle, offset + at, Math.min(pieceLength, length - at)))
    },
  }
}
