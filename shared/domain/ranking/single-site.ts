import {
  CATEGORY_COLUMNS,
  type CategoryColumn,
  type CategoryValues,
  NUMBER_COLUMNS,
  type NumberColumn,
  type SiteColumns,
} from '../../columns/site-columns.ts'

/** The columns of one site alone, so that valuing it again under other assumptions costs nothing per catalog. */
export function singleSite(columns: SiteColumns, row: number): SiteColumns {
  const numbers = {} as Record<NumberColumn, Float64Array>
  for (const column of NUMBER_COLUMNS) numbers[column] = columns.numbers[column].slice(row, row + 1)
  const categories = {} as Record<CategoryColumn, CategoryValues>
  for (const column of CATEGORY_COLUMNS) {
    const { labels, codes } = columns.categories[column]
    const code = codes[row] ?? 0
    categories[column] = {
      labels: code === 0 ? [''] : ['', labels[code] ?? ''],
      codes: Uint16Array.of(Math.min(code, 1)),
    }
  }
  return {
    revision: columns.revision,
    count: 1,
    ids: columns.ids.slice(row, row + 1),
    names: columns.names.slice(row, row + 1),
    numbers,
    categories,
  }
}
