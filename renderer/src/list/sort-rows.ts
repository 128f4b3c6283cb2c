import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { bestValueUsdPerMw } from './best-value.ts'

export const SORT_KEYS = ['rank', 'name', 'mw', 'price', 'value'] as const

export type SortKey = (typeof SORT_KEYS)[number]

export interface SortOrder {
  readonly key: SortKey
  readonly descending: boolean
}

/** The visible rows in the wanted order; equal and unknown values keep the order of rank, unknown ones last. */
export function sortedRows(
  columns: SiteColumns,
  ranking: Ranking,
  visible: Uint8Array | null,
  sort: SortOrder,
): Uint32Array {
  const rows = visible === null ? ranking.order.slice() : ranking.order.filter((row) => visible[row] === 1)
  if (sort.key === 'rank') return sort.descending ? rows.reverse() : rows
  const sign = sort.descending ? -1 : 1
  const rankOf = (row: number): number => ranking.rank[row] ?? 0
  if (sort.key === 'name') {
    const { names } = columns
    return rows.sort((a, b) => sign * NAMES.compare(names[a] ?? '', names[b] ?? '') || rankOf(a) - rankOf(b))
  }
  const sortValueOf = (row: number): number => {
    if (sort.key === 'mw') return ranking.mw[row] ?? Number.NaN
    if (sort.key === 'price') return ranking.powerPriceUsdPerMwh[row] ?? Number.NaN
    return bestValueUsdPerMw(ranking, row)
  }
  return rows.sort((a, b) => {
    const left = sortValueOf(a)
    const right = sortValueOf(b)
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || rankOf(a) - rankOf(b)
    return sign * (left - right) || rankOf(a) - rankOf(b)
  })
}

const NAMES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
