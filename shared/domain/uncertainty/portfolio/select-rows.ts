import {
  CATEGORY_COLUMNS,
  type CategoryColumn,
  type CategoryValues,
  NUMBER_COLUMNS,
  type NumberColumn,
  type SiteColumns,
} from '../../../columns/site-columns.ts'

/** The columns of some rows alone, in the order given. */
export function selectRows(columns: SiteColumns, rows: Uint32Array): SiteColumns {
  const numbers = {} as Record<NumberColumn, Float64Array>
  for (const column of NUMBER_COLUMNS) {
    const all = columns.numbers[column]
    const some = new Float64Array(rows.length)
    for (let place = 0; place < rows.length; place += 1) some[place] = all[rows[place] ?? 0] ?? Number.NaN
    numbers[column] = some
  }
  const categories = {} as Record<CategoryColumn, CategoryValues>
  for (const column of CATEGORY_COLUMNS) {
    const { labels, codes } = columns.categories[column]
    const some = new Uint16Array(rows.length)
    for (let place = 0; place < rows.length; place += 1) some[place] = codes[rows[place] ?? 0] ?? 0
    categories[column] = { labels, codes: some }
  }
  return {
    revision: columns.revision,
    count: rows.length,
    ids: Array.from(rows, (row) => columns.ids[row] ?? ''),
    names: Array.from(rows, (row) => columns.names[row] ?? ''),
    numbers,
    categories,
  }
}
