import { AppError } from '../../../../shared/contract/errors.ts'
import type { ByteReader } from './byte-reader.ts'

/** One file of an archive, as its central directory lists it. */
export interface ZipEntry {
  /** With forward slashes; never absolute and never with a `..` part. */
  readonly name: string
  readonly compressedLength: number
  /** As declared; what is read is measured and not trusted to this. */
  readonly byteLength: number
  readonly crc32: number
  readonly method: number
  readonly isEncrypted: boolean
  readonly headerOffset: number
}

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const END_64 = 0x06064b50
const CENTRAL = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const MOST_ENTRIES = 20_000
const LONGEST_DIRECTORY = 64 * 1024 ** 2
const UTF8_FLAG = 0x800
const ENCRYPTED_FLAG = 1

/**
 * The files that an archive lists in its central directory; folders are left out. Data in front of the archive and
 * data descriptors do not matter, since nothing is read from front to back.
 * @throws AppError bad_input for an archive that is damaged, cut off, or names files outside itself.
 */
export function zipDirectory(fileName: string, bytes: ByteReader): ZipEntry[] {
  const { offset, length, count, shift } = directoryPlace(fileName, bytes)
  if (count > MOST_ENTRIES)
    throw new AppError(
      'bad_input',
      `"${fileName}" is an archive of ${count} files, and Switchyard reads at most ${MOST_ENTRIES}; unpack it and import the files that matter.`,
    )
  if (length > LONGEST_DIRECTORY) throw damaged(fileName)
  const directory = view(bytes.read(offset, length))
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== CENTRAL) throw damaged(fileName)
    const nameLength = directory.getUint16(at + 28, true)
    const extraLength = directory.getUint16(at + 30, true)
    const commentLength = directory.getUint16(at + 32, true)
    if (at + 46 + nameLength + extraLength > directory.byteLength) throw damaged(fileName)
    const flags = directory.getUint16(at + 8, true)
    const nameBytes = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength)
    const name = safeName(fileName, entryName(nameBytes, flags))
    if (!name.endsWith('/'))
      entries.push({
        name,
        crc32: directory.getUint32(at + 16, true),
        method: directory.getUint16(at + 10, true),
        isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
        ...lengths(directory, at, nameLength, extraLength, shift),
      })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

export function damaged(fileName: string): AppError {
  return new AppError('bad_input', `"${fileName}" is a damaged or incomplete archive; fetch it again and import that.`)
}

interface Place {
  readonly offset: number
  readonly length: number
  readonly count: number
}

/** Where the directory stands, and by how much data in front of the archive shifts what its offsets say. */
function directoryPlace(fileName: string, bytes: ByteReader): Place & { readonly shift: number } {
  const tailLength = Math.min(bytes.byteLength, END_LENGTH + LONGEST_COMMENT)
  const tailOffset = bytes.byteLength - tailLength
  const tail = view(bytes.read(tailOffset, tailLength))
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue
    const place: Place = {
      count: tail.getUint16(at + 10, true),
      length: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    }
    const isLarge = place.count === 0xffff || place.length === 0xffff_ffff || place.offset === 0xffff_ffff
    const large = isLarge ? largePlace(bytes, tailOffset + at) : null
    if (large) {
      if (large.offset + large.length > bytes.byteLength) throw damaged(fileName)
      return { ...large, shift: 0 }
    }
    // The directory ends where its end record begins.
    const shift = tailOffset + at - place.length - place.offset
    if (shift < 0) throw damaged(fileName)
    return { ...place, offset: place.offset + shift, shift }
  }
  throw damaged(fileName)
}

function largePlace(bytes: ByteReader, endOffset: number): Place | null {
  const locator = view(bytes.read(Math.max(0, endOffset - 20), 20))
  if (locator.byteLength < 20 || locator.getUint32(0, true) !== END_64_LOCATOR) return null
  const end = view(bytes.read(Number(locator.getBigUint64(8, true)), 56))
  if (end.byteLength < 56 || end.getUint32(0, true) !== END_64) return null
  return {
    count: Number(end.getBigUint64(32, true)),
    length: Number(end.getBigUint64(40, true)),
    offset: Number(end.getBigUint64(48, true)),
  }
}

/** The lengths and place of an entry, with those that are too large for 32 bits from the extra field. */
function lengths(
  directory: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
  shift: number,
): Pick<ZipEntry, 'byteLength' | 'compressedLength' | 'headerOffset'> {
  let compressedLength = directory.getUint32(at + 20, true)
  let byteLength = directory.getUint32(at + 24, true)
  let headerOffset = directory.getUint32(at + 42, true)
  let extra = at + 46 + nameLength
  const extraEnd = extra + extraLength
  while (extra + 4 <= extraEnd) {
    const id = directory.getUint16(extra, true)
    const end = Math.min(extra + 4 + directory.getUint16(extra + 2, true), extraEnd)
    if (id === 1) {
      let field = extra + 4
      const next = (small: number) => {
        if (small !== 0xffff_ffff || field + 8 > end) return small
        field += 8
        return Number(directory.getBigUint64(field - 8, true))
      }
      byteLength = next(byteLength)
      compressedLength = next(compressedLength)
      headerOffset = next(headerOffset)
    }
    extra = end
  }
  return { compressedLength, byteLength, headerOffset: headerOffset + shift }
}

function entryName(bytes: Uint8Array, flags: number): string {
  return new TextDecoder((flags & UTF8_FLAG) !== 0 ? 'utf-8' : 'windows-1252').decode(bytes).replaceAll('\\', '/')
}

function safeName(fileName: string, name: string): string {
  const isOutside = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')
  if (isOutside || name.includes('\0'))
    throw new AppError(
      'bad_input',
      `"${fileName}" is an archive with a file that would be placed outside it ("${printable(name)}"); do not trust it, and ask where it comes from.`,
    )
  return name
}

function printable(name: string): string {
  return name.replace(/[^ -~]/g, '?').slice(0, 60)
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
