import type { ExportValue } from './export-content.ts'

/** One field of a dBase table. */
export interface DbfField {
  /** At most ten characters. */
  readonly name: string
  readonly type: 'text' | 'number'
  readonly values: readonly ExportValue[]
}

const HEAD_BYTES = 32
const FIELD_BYTES = 32
const LONGEST_TEXT_BYTES = 254
const HEAD_END = 0x0d
const FILE_END = 0x1a
const VERSION = 0x03

/** A dBase III table in UTF-8, every field as wide as its widest value. Texts over 254 bytes are cut. */
export function dbfFile(fields: readonly DbfField[], rowCount: number): Uint8Array {
  const columns = fields.map(written)
  const headBytes = HEAD_BYTES + FIELD_BYTES * fields.length + 1
  const rowBytes = 1 + columns.reduce((sum, column) => sum + column.width, 0)
  const bytes = Buffer.alloc(headBytes + rowBytes * rowCount + 1, ' ')
  bytes.fill(0, 0, headBytes)
  bytes.set([VERSION, 80, 1, 1])
  bytes.writeUInt32LE(rowCount, 4)
  bytes.writeUInt16LE(headBytes, 8)
  bytes.writeUInt16LE(rowBytes, 10)
  columns.forEach((column, index) => {
    const at = HEAD_BYTES + index * FIELD_BYTES
    bytes.write(column.name, at, 10, 'latin1')
    bytes.write(column.type === 'number' ? 'N' : 'C', at + 11, 'latin1')
    bytes.set([column.width, column.decimals], at + 16)
  })
  bytes[headBytes - 1] = HEAD_END
  let at = headBytes + 1
  for (const column of columns) {
    column.cells.forEach((cell, row) => {
      const start = at + row * rowBytes
      bytes.set(cell, column.type === 'number' ? start + column.width - cell.length : start)
    })
    at += column.width
  }
  bytes[bytes.length - 1] = FILE_END
  return bytes
}

function written({ name, type, values }: DbfField) {
  const texts = values.map((value) => (typeof value === 'number' ? plainDecimal(value) : (value ?? '')))
  const cells = texts.map(cutToBytes)
  const decimals = type === 'number' ? Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length)) : 0
  return { name, type, cells, decimals, width: Math.max(type === 'number' ? decimals + 2 : 1, longest(cells)) }
}

function longest(cells: readonly Uint8Array[]): number {
  return cells.reduce((most, cell) => Math.max(most, cell.length), 0)
}

/** dBase knows no exponents. */
function plainDecimal(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  return Math.abs(value) < 1
    ? value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '')
    : BigInt(Math.round(value)).toString()
}

function cutToBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  if (bytes.length <= LONGEST_TEXT_BYTES) return bytes
  let end = LONGEST_TEXT_BYTES
  // Not in the middle of a character: its later bytes begin with the bits 10.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, end)
}
