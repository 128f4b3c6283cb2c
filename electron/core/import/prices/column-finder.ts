import type { Cell } from '../source/workbook.ts'
import type { ColumnFinder } from './price-layout.ts'

/** Finds the columns of a header; of several columns with one name the first. */
export function columnFinder(header: readonly Cell[]): ColumnFinder {
  const indexOf = new Map<string, number>()
  for (const [index, cell] of header.entries()) {
    const key = headerKey(cell)
    if (key !== '' && !indexOf.has(key)) indexOf.set(key, index)
  }
  return (...names) => {
    for (const name of names) {
      const index = indexOf.get(headerKey(name))
      if (index !== undefined) return index
    }
    return undefined
  }
}

function headerKey(cell: Cell): string {
  return typeof cell === 'string' ? cell.toLowerCase().replace(/[^a-z0-9]+/g, '') : ''
}
