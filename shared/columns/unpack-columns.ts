import { align8, PACK_MAGIC, type PackHeader } from './pack-columns.ts'
import {
  CATEGORY_COLUMNS,
  type CategoryColumn,
  type CategoryValues,
  NUMBER_COLUMNS,
  type NumberColumn,
  type SiteColumns,
} from './site-columns.ts'
import { utf8Decode } from './utf8.ts'

/**
 * Reads a block of `packColumns` back. The arrays are views of the block where its alignment allows, so the
 * block must not be changed afterwards. Columns that the sender left out come back as all unknown, and share one array.
 * @throws Error when the block is not a packed block or is shorter than its header says.
 */
export function unpackColumns(packed: Uint8Array): SiteColumns {
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== PACK_MAGIC)
    throw new Error('This is not a block of site columns.')
  const headerLength = view.getUint32(4, true)
  const header = JSON.parse(utf8Decode(bytes.subarray(8, 8 + headerLength))) as PackHeader
  const { count } = header
  const numbersAt = align8(8 + headerLength)
  const codesAt = numbersAt + header.numbers.length * count * 8
  if (bytes.byteLength < codesAt + header.categories.length * count * 2)
    throw new Error('The block of site columns is cut short.')

  let unknown: Float64Array | null = null
  const numbers = {} as Record<NumberColumn, Float64Array>
  for (const column of NUMBER_COLUMNS) {
    const index = header.numbers.indexOf(column)
    if (index < 0) unknown ??= new Float64Array(count).fill(Number.NaN)
    numbers[column] =
      index < 0 && unknown !== null
        ? unknown
        : new Float64Array(bytes.buffer as ArrayBuffer, bytes.byteOffset + numbersAt + index * count * 8, count)
  }
  const categories = {} as Record<CategoryColumn, CategoryValues>
  for (const column of CATEGORY_COLUMNS) {
    const index = header.categories.findIndex((each) => each.column === column)
    categories[column] =
      index < 0
        ? { labels: [''], codes: new Uint16Array(count) }
        : {
            labels: header.categories[index]?.labels ?? [''],
            codes: new Uint16Array(bytes.buffer as ArrayBuffer, bytes.byteOffset + codesAt + index * count * 2, count),
          }
  }
  // A copy, because the engine looks the fields of an object up by hash that was filled field by field.
  return { revision: header.revision, count, ids: header.ids, names: header.names, numbers: { ...numbers }, categories }
}
