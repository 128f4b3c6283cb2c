import { useMemo } from 'react'
import { type SiteStability, siteStability } from '../../../shared/domain/uncertainty/site-stability.ts'
import { useApp } from '../stores/use-app.ts'

/** How sure a site's verdict and rank are, or null until the draws for what is shown are done. */
export function useStability(row: number): SiteStability | null {
  const columns = useApp((state) => state.columns)
  const ranking = useApp((state) => state.ranking)
  const result = useApp((state) =>
    state.uncertainty !== null && state.uncertainty.ranking === state.ranking ? state.uncertainty.result : null,
  )
  return useMemo(
    () =>
      columns === null || ranking === null || result === null || row >= result.count
        ? null
        : siteStability(columns, ranking, result, row),
    [columns, ranking, result, row],
  )
}
