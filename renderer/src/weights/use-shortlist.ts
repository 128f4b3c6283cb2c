import { useMemo } from 'react'
import { timeTables } from '../../../shared/domain/ranking/scenario-terms.ts'
import { singleSite } from '../../../shared/domain/ranking/single-site.ts'
import { caseOf, type SiteCase } from '../../../shared/domain/ranking/site-case.ts'
import { type SiteUtilities, siteUtilities } from '../../../shared/domain/ranking/site-utilities.ts'
import { useApp } from '../stores/use-app.ts'

/** The most sites that a shortlist holds. */
export const SHORTLIST_SITES = 30

export interface ShortlistSite {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly rank: number
  readonly each: SiteCase
  readonly utilities: SiteUtilities
}

/** The best ranked of the sites that the list shows, as far as its search and filters let them through. */
export function useShortlist(): readonly ShortlistSite[] {
  const columns = useApp((state) => state.columns)
  const ranking = useApp((state) => state.ranking)
  const visible = useApp((state) => state.visible)
  const scenario = useApp((state) => state.scenario)
  return useMemo(() => {
    if (columns === null || ranking === null || ranking.count !== columns.count || columns.count === 0) return []
    const times = timeTables(scenario.assumptions)
    const rows: number[] = []
    for (const row of ranking.order) {
      if (rows.length === SHORTLIST_SITES) break
      if (visible === null || visible[row] === 1) rows.push(row)
    }
    return rows.map((row) => {
      const each = caseOf(singleSite(columns, row), scenario.assumptions, times)
      return {
        row,
        id: columns.ids[row] ?? '',
        name: columns.names[row] ?? '',
        rank: ranking.rank[row] ?? 0,
        each,
        utilities: siteUtilities(each, ranking.ruler),
      }
    })
  }, [columns, ranking, visible, scenario])
}
