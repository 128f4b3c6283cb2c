import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
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

const CHUNK_BYTES = 1024 ** 2

/**
 * Reads a file whole, to be kept beside its rows, compressed where that makes it smaller.
 * @throws AppError 'conflict' when its bytes are no longer those that the rows were read from.
 */
export async function readArchivable(file: string, fileName: string, sha256: string): Promise<ArchivableFile> {
  const hash = createHash('sha256')
  const packed: Buffer[] = []
  let byteLength = 0
  await pipeline(
    createReadStream(file, { highWaterMark: CHUNK_BYTES }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        byteLength += chunk.length
        yield chunk
      }
    },
    zlib.createZstdCompress({ chunkSize: CHUNK_BYTES }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) packed.push(chunk)
    },
  )
  if (hash.digest('hex') !== sha256) throw changed(fileName)
  const content = Buffer.concat(packed)
  if (content.length < byteLength) return { fileName, sha256, byteLength, encoding: 'zstd', content }
  const plain = await readFile(file)
  if (createHash('sha256').update(plain).digest('hex') !== sha256) throw changed(fileName)
  return { fileName, sha256, byteLength, encoding: 'plain', content: plain }
}

function changed(fileName: string): AppError {
  return new AppError('conflict', `${fileName} was changed while it was read; import it again.`)
}

/** Keeps the file once, whichever data sets and however often it is imported. */
export function archive(db: Db, file: ArchivableFile, nowMs: number): void {
  db.prepare(
    `INSERT INTO archived_file (sha256, file_name, byte_length, encoding, content, archived_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`,
  ).run(file.sha256, file.fileName, file.byteLength, file.encoding, file.content, nowMs)
}
