import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Ruler } from '../../../shared/domain/ranking/ruler.ts'
import type { Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import type { Portfolio } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import type { Uncertainty } from '../../../shared/domain/uncertainty/uncertainty.ts'

/** What the page asks of the worker; a run ends the one before it. */
export type SimulationRequest =
  | {
      readonly type: 'run'
      readonly id: number
      /** Left out where they are those of the last run. */
      readonly columns?: SiteColumns
      readonly scenario: Scenario
      readonly ruler: Ruler
      readonly draws: number
      readonly seed: number
      /** How many places of a large catalog count as the best. */
      readonly places: number
    }
  | { readonly type: 'cancel' }

/** What the worker answers, for the run with this id. */
export type SimulationAnswer =
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  /** A large catalog's figures by the portfolio method, as far as they are known. */
  | { readonly type: 'portfolio'; readonly id: number; readonly portfolio: Portfolio }
  | { readonly type: 'done'; readonly id: number; readonly uncertainty: Uncertainty }
  | { readonly type: 'failed'; readonly id: number }
