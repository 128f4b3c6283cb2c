import * as z from 'zod'
import { categoryAt, type SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { VERDICTS } from '../../../shared/domain/site/strategies.ts'

/** An empty list filters nothing. */
export const siteFilters = z.object({
  verdicts: z.array(z.enum(VERDICTS)),
  kinds: z.array(z.string()),
  states: z.array(z.string()),
  gridOperators: z.array(z.string()),
  evidencedOnly: z.boolean(),
})

export type SiteFilters = z.output<typeof siteFilters>

export const EMPTY_FILTERS: SiteFilters = {
  verdicts: [],
  kinds: [],
  states: [],
  gridOperators: [],
  evidencedOnly: false,
}

/**
 * 1 for each row that passes every filter and whose name holds the searched text or that the catalog's full text
 * search has found; null where nothing is filtered.
 */
export function visibleMask(
  columns: SiteColumns,
  ranking: Ranking,
  filters: SiteFilters,
  searchText: string,
  foundIds: ReadonlySet<string> | null,
): Uint8Array | null {
  const text = searchText.trim().toLocaleLowerCase('en')
  if (text === '' && filterCount(filters) === 0) return null
  const verdicts = filters.verdicts.map((verdict) => VERDICTS.indexOf(verdict))
  const mask = new Uint8Array(columns.count)
  for (let row = 0; row < columns.count; row++) {
    const passes =
      (verdicts.length === 0 || verdicts.includes(ranking.verdict[row] ?? -1)) &&
      isIn(filters.kinds, categoryAt(columns, 'kind', row)) &&
      isIn(filters.states, categoryAt(columns, 'state', row)) &&
      isIn(filters.gridOperators, categoryAt(columns, 'gridOperator', row)) &&
      (!filters.evidencedOnly || ranking.unproven[row] === 0) &&
      (text === '' || isFound(columns, row, text, foundIds))
    mask[row] = passes ? 1 : 0
  }
  return mask
}

/** How many filters are set, the search not counted. */
export function filterCount(filters: SiteFilters): number {
  const { verdicts, kinds, states, gridOperators, evidencedOnly } = filters
  return verdicts.length + kinds.length + states.length + gridOperators.length + (evidencedOnly ? 1 : 0)
}

function isIn(wanted: readonly string[], label: string): boolean {
  return wanted.length === 0 || wanted.includes(label)
}

function isFound(columns: SiteColumns, row: number, text: string, foundIds: ReadonlySet<string> | null): boolean {
  if ((columns.names[row] ?? '').toLocaleLowerCase('en').includes(text)) return true
  return foundIds?.has(columns.ids[row] ?? '') ?? false
}
