import { CATEGORY_COLUMNS, NUMBER_COLUMNS, type SiteColumns } from './site-columns.ts'
import { utf8Encode } from './utf8.ts'

/** First bytes of a packed block: "SWC1". */
export const PACK_MAGIC = 0x31435753

export interface PackHeader {
  readonly revision: number
  readonly count: number
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly numbers: readonly string[]
  readonly categories: readonly { readonly column: string; readonly labels: readonly string[] }[]
}

/**
 * Packs all columns into one block: magic and header length (uint32, little endian), a JSON header, padding
 * to 8 bytes, the Float64 columns, then the Uint16 category codes. One copy crosses a process border and the
 * receiver reads views of it. Numbers that no site knows are left out: most catalogs know less than half of the fields.
 */
export function packColumns(columns: SiteColumns): Uint8Array<ArrayBuffer> {
  const known = NUMBER_COLUMNS.filter((column) => columns.numbers[column].some((value) => !Number.isNaN(value)))
  const header: PackHeader = {
    revision: columns.revision,
    count: columns.count,
    ids: columns.ids,
    names: columns.names,
    numbers: known,
    categories: CATEGORY_COLUMNS.map((column) => ({ column, labels: columns.categories[column].labels })),
  }
  const json = utf8Encode(JSON.stringify(header))
  const numbersAt = align8(8 + json.length)
  const codesAt = numbersAt + known.length * columns.count * 8
  const block = new Uint8Array(codesAt + CATEGORY_COLUMNS.length * columns.count * 2)
  const view = new DataView(block.buffer)
  view.setUint32(0, PACK_MAGIC, true)
  view.setUint32(4, json.length, true)
  block.set(json, 8)
  const floats = new Float64Array(block.buffer, numbersAt, known.length * columns.count)
  known.forEach((column, index) => {
    floats.set(columns.numbers[column], index * columns.count)
  })
  const codes = new Uint16Array(block.buffer, codesAt, CATEGORY_COLUMNS.length * columns.count)
  CATEGORY_COLUMNS.forEach((column, index) => {
    codes.set(columns.categories[column].codes, index * columns.count)
  })
  return block
}

export function align8(offset: number): number {
  return (offset + 7) & ~7
}
