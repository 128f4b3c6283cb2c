import { AppError } from '../../../../shared/contract/errors.ts'
import { columnKey } from '../column-key.ts'
import type { CsvTable } from '../csv-table.ts'

/**
 * Where each column of a fixed layout stands in the table. All must be there: an absent column would read as
 * "no longer known" for every site and empty a whole field of the data set.
 * @throws AppError naming the missing columns.
 */
export function requiredColumns<Name extends string>(
  table: CsvTable,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  const keys = table.header.map(columnKey)
  const missing = names.filter((name) => !keys.includes(columnKey(name)))
  if (missing.length > 0)
    throw new AppError(
      'bad_input',
      `"${table.file.name}" has no column ${missing.map((name) => `"${name}"`).join(', ')}; add ${
        missing.length === 1 ? 'it, empty if need be,' : 'them, empty if need be,'
      } and import again.`,
    )
  return Object.fromEntries(names.map((name) => [name, keys.indexOf(columnKey(name))])) as Record<Name, number>
}

/** True where a header holds a share of a layout's columns, four fifths unless told otherwise. */
export function hasMostColumns(header: readonly string[], names: readonly string[], share = 0.8): boolean {
  const keys = new Set(header.map(columnKey))
  return names.filter((name) => keys.has(columnKey(name))).length >= names.length * share
}
