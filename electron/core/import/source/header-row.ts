import type { Cell, SheetRow } from './workbook.ts'

/** The columns of a table by name, as its header row gives them. */
export interface HeaderRow {
  readonly row: number
  /** As shown: white space runs are one space; empty where the column has no name. */
  readonly names: readonly string[]
  /** The first column of each name, in lower case. */
  readonly columns: ReadonlyMap<string, number>
}

/** A header's text: every run of white space, line breaks and no-break spaces included, is one space. */
export function headerText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim()
}

/**
 * A row as a header; where a second header row stands above it, a name is the words of both rows, and found also by
 * those of the lower one alone.
 */
export function headerRow({ row, cells }: SheetRow, above?: SheetRow): HeaderRow {
  const own = cells.map(headerText)
  const names = own.map((name, index) => `${headerText(above?.cells[index])} ${name}`.trim())
  const columns = new Map<string, number>()
  for (const list of above ? [names, own] : [own])
    for (const [index, name] of list.entries()) {
      const key = name.toLowerCase()
      if (key !== '' && !columns.has(key)) columns.set(key, index)
    }
  return { row, names, columns }
}

/** True where a header has all of the names. */
export function hasColumns(header: HeaderRow, names: readonly string[]): boolean {
  return names.every((name) => header.columns.has(name.toLowerCase()))
}
