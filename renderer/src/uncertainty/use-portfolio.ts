import type { Portfolio } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { useApp } from '../stores/use-app.ts'

/** What the portfolio method says so far of what is shown, or null in a small catalog and before the first of it is known. */
export function usePortfolio(): Portfolio | null {
  return useApp((state) =>
    state.portfolio !== null && state.portfolio.ranking === state.ranking ? state.portfolio.result : null,
  )
}
