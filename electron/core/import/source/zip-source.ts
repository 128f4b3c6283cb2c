import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { Inflate } from 'fflate'
import { AppError } from '../../../../shared/contract/errors.ts'
import { inSentence } from '../in-sentence.ts'
import type { ByteReader } from './byte-reader.ts'
import { damaged, type ZipEntry, zipDirectory } from './zip-directory.ts'

export type { ZipEntry } from './zip-directory.ts'

/** An archive whose files are read with bounds on what they may grow to. */
export interface ZipSource {
  /** Files only, in the order of the archive's directory. */
  readonly entries: readonly ZipEntry[]
  /** The entry of this name, letter case aside; undefined where there is none. */
  find(name: string): ZipEntry | undefined
  /** One file whole. @throws AppError bad_input for a damaged, encrypted or overgrown file. */
  read(entry: ZipEntry): Promise<Uint8Array>
  /** One file in pieces, unpacked as they are taken. @throws like `read` */
  chunks(entry: ZipEntry): Iterable<Uint8Array>
}

/** Most bytes that one file of an archive may unpack to. */
const MOST_BYTES = 200 * 1024 ** 2
/** Most that a file may grow by; what stays small may grow by more, as tables of blanks do. */
const MOST_GROWTH = 100
const SMALL_BYTES = 1024 ** 2

const PIECE_BYTES = 16 * 1024
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8

const inflateRaw = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)

/** Opens an archive by its central directory. @throws AppError bad_input */
export function openZip(fileName: string, bytes: ByteReader): ZipSource {
  const entries = zipDirectory(fileName, bytes)
  return {
    entries,
    find(name) {
      return entries.find((entry) => entry.name === name) ?? entries.find((entry) => isSameName(entry.name, name))
    },
    async read(entry) {
      const start = dataOffset(fileName, bytes, entry)
      const limit = limitOf(entry)
      const packed = bytes.read(start, entry.compressedLength)
      if (packed.length < entry.compressedLength) throw damaged(fileName)
      const content = entry.method === STORED ? packed : await inflateWhole(fileName, entry, packed, limit)
      if (content.length > limit) throw overgrown(fileName, entry)
      if (zlib.crc32(content) !== entry.crc32) throw damagedEntry(fileName, entry)
      return content
    },
    *chunks(entry) {
      const start = dataOffset(fileName, bytes, entry)
      const pieces = bytes.pieces(start, entry.compressedLength, PIECE_BYTES)
      const limit = limitOf(entry)
      let length = 0
      let crc = 0
      for (const chunk of entry.method === STORED ? pieces : inflatePieces(fileName, entry, pieces)) {
        length += chunk.length
        if (length > limit) throw overgrown(fileName, entry)
        crc = zlib.crc32(chunk, crc)
        yield chunk
      }
      if (crc !== entry.crc32) throw damagedEntry(fileName, entry)
    },
  }
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function limitOf(entry: ZipEntry): number {
  return Math.min(MOST_BYTES, Math.max(SMALL_BYTES, entry.compressedLength * MOST_GROWTH))
}

/** Where an entry's data begins: its own header may be longer than the directory says. */
function dataOffset(fileName: string, bytes: ByteReader, entry: ZipEntry): number {
  if (entry.isEncrypted)
    throw new AppError(
      'bad_input',
      `"${fileName}" is protected by a password; save a copy without one and import that.`,
    )
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new AppError(
      'bad_input',
      `"${fileName}" packs "${shortName(entry)}" in a way that Switchyard does not read (method ${entry.method}); pack it again as an ordinary ZIP.`,
    )
  const header = bytes.read(entry.headerOffset, 30)
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (header.length < 30 || view.getUint32(0, true) !== LOCAL) throw damaged(fileName)
  return entry.headerOffset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
}

async function inflateWhole(
  fileName: string,
  entry: ZipEntry,
  packed: Uint8Array,
  maxOutputLength: number,
): Promise<Uint8Array> {
  try {
    return await inflateRaw(packed, { maxOutputLength })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ERR_BUFFER_TOO_LARGE' ? overgrown(fileName, entry) : damagedEntry(fileName, entry)
  }
}

function* inflatePieces(fileName: string, entry: ZipEntry, pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let ready: Uint8Array[] = []
  const inflate = new Inflate((chunk) => {
    if (chunk.length > 0) ready.push(chunk)
  })
  const push = (piece: Uint8Array, isLast: boolean) => {
    try {
      inflate.push(piece, isLast)
    } catch {
      throw damagedEntry(fileName, entry)
    }
  }
  let left = entry.compressedLength
  for (const piece of pieces) {
    if (piece.length === 0) throw damaged(fileName)
    left -= piece.length
    push(piece, left <= 0)
    yield* ready
    ready = []
  }
}

function overgrown(fileName: string, entry: ZipEntry): AppError {
  return new AppError(
    'bad_input',
    `"${fileName}" holds "${shortName(entry)}", which unpacks to more than 200 MB or to more than ${MOST_GROWTH} times its size; it is not a file that Switchyard reads, so ask where it comes from.`,
  )
}

function damagedEntry(fileName: string, entry: ZipEntry): AppError {
  return new AppError(
    'bad_input',
    `"${fileName}" is damaged: its part "${shortName(entry)}" cannot be unpacked; fetch the file again and import that.`,
  )
}

function shortName(entry: ZipEntry): string {
  return inSentence(entry.name.slice(-60))
}
