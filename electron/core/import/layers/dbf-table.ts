import type { Attributes } from './layer-feature.ts'

const HEAD_BYTES = 32
const FIELD_BYTES = 32
const HEAD_END = 0x0d
const DELETED = 0x2a

/** Language marks of dBase that say windows-1252 and its forerunners. */
const LATIN_MARKS = new Set([0x03, 0x57, 0x58, 0x59])

interface DbfField {
  readonly name: string
  readonly type: string
  readonly offset: number
  readonly length: number
}

export interface DbfTable {
  readonly fields: readonly string[]
  readonly rowCount: number
  /** Null for a row that is marked as deleted. */
  row(index: number): Attributes | null
}

/**
 * Reads a dBase table.
 * @param codePage what a .cpg file says; without it UTF-8 where the texts are, else windows-1252.
 * @returns null for bytes that are no such table.
 */
export function dbfTable(bytes: Uint8Array, codePage: string | null): DbfTable | null {
  if (bytes.length < HEAD_BYTES + 1) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headBytes = view.getUint16(8, true)
  const rowBytes = view.getUint16(10, true)
  if (rowBytes < 2 || headBytes > bytes.length) return null
  const decode = decoderOf(codePage, bytes)
  const fields: DbfField[] = []
  let offset = 1
  for (let at = HEAD_BYTES; at + FIELD_BYTES <= headBytes && bytes[at] !== HEAD_END; at += FIELD_BYTES) {
    const nameBytes = bytes.subarray(at, at + 11)
    const nameEnd = nameBytes.indexOf(0)
    const length = bytes[at + 16] ?? 0
    fields.push({
      name: decode(nameBytes.subarray(0, nameEnd < 0 ? 11 : nameEnd)).trim(),
      type: String.fromCharCode(bytes[at + 11] ?? 0),
      offset,
      length,
    })
    offset += length
  }
  if (offset > rowBytes) return null
  const rowCount = Math.min(view.getUint32(4, true), Math.floor((bytes.length - headBytes) / rowBytes))
  return {
    fields: fields.map((field) => field.name),
    rowCount,
    row(index) {
      const start = headBytes + index * rowBytes
      if (index >= rowCount || bytes[start] === DELETED) return null
      return Object.fromEntries(
        fields.map(({ name, type, offset: from, length }) => [
          name,
          cellValue(type, decode(bytes.subarray(start + from, start + from + length))),
        ]),
      )
    },
  }
}

function cellValue(type: string, cell: string): string | number | boolean | null {
  const text = cell.replace(/\0[\s\S]*$/, '').trimEnd()
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (type === 'N' || type === 'F') {
    const number = Number(trimmed.replace(',', '.'))
    return Number.isFinite(number) ? number : null
  }
  if (type === 'L') return /^[YyTt]$/.test(trimmed) ? true : /^[NnFf]$/.test(trimmed) ? false : null
  if (type === 'D' && /^\d{8}$/.test(trimmed))
    return `${trimmed.slice(0, 4)}-${trimmed.slice(4, 6)}-${trimmed.slice(6)}`
  return text
}

function decoderOf(codePage: string | null, bytes: Uint8Array): (cell: Uint8Array) => string {
  const named = codePage === null ? null : labelOf(codePage)
  const decoder = named ?? (LATIN_MARKS.has(bytes[29] ?? 0) || !isUtf8(bytes) ? 'windows-1252' : 'utf-8')
  const text = new TextDecoder(decoder)
  return (cell) => text.decode(cell)
}

function labelOf(codePage: string): string | null {
  const plain = codePage
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
  const label = /^(65001|utf-?8)$/.test(plain)
    ? 'utf-8'
    : plain.replace(/^(?:cp|ansi |windows-?)?(125\d|874)$/, 'windows-$1').replace(/^8859-?(\d+)$/, 'iso-8859-$1')
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(((bytes[9] ?? 0) << 8) | (bytes[8] ?? 0)))
    return true
  } catch {
    return false
  }
}
