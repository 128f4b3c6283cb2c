import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Db } from '../db/database.ts'

export interface ArchivableFile {
  readonly fileName: string
  readonly sha256: string
  readonly byteLength: number
  readonly encoding: 'plain' | 'zstd'
  readonly content: Uint8Array
}

const zstdCompress = promisify(zlib.zstdCompress)

/**
 * Reads a file whole, to be kept beside its rows, compressed where that makes it smaller.
 * @throws AppError 'conflict' when its bytes are no longer those that the rows were read from.
 */
export async function readArchivable(file: string, fileName: string, sha256: string): Promise<ArchivableFile> {
  const bytes = await readFile(file)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new AppError('conflict', `${fileName} was changed while it was read; import it again.`)
  const packed = await zstdCompress(bytes)
  const isSmaller = packed.length < bytes.length
  return {
    fileName,
    sha256,
    byteLength: bytes.length,
    encoding: isSmaller ? 'zstd' : 'plain',
    content: isSmaller ? packed : bytes,
  }
}

/** Keeps the file once, whichever data sets and however often it is imported. */
export function archive(db: Db, file: ArchivableFile, nowMs: number): void {
  db.prepare(
    `INSERT INTO archived_file (sha256, file_name, byte_length, encoding, content, archived_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`,
  ).run(file.sha256, file.fileName, file.byteLength, file.encoding, file.content, nowMs)
}
