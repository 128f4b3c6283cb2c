import type { SiteColumns } from '../../../columns/site-columns.ts'
import type { Assumptions } from '../../scenario/assumption-defs.ts'
import { hallForms } from './hall-forms.ts'
import { mineForm } from './mine-form.ts'
import { type PortfolioDraw, plannedDraw, portfolioDraws } from './portfolio-draws.ts'
import { type LinearStrategy, type PortfolioSites, portfolioSites } from './portfolio-sites.ts'
import { scaled } from './scaled.ts'
import type { StrategyForm } from './strategy-form.ts'
import { unlinearRows } from './unlinear-rows.ts'

/**
 * Ten thousand markets for a whole catalog without a pass over sites times draws.
 *
 * It carries what all sites share: Bitcoin price with the difficulty that follows it, difficulty growth, GPU-hour and
 * its slope, lease and colocation rents, one shift of all power prices, cost overruns; and of a site's own risks whether
 * its power comes. Only the site-by-site simulation carries a site's own delay, its upgrade cost, the error of a proxy
 * price, power prices that move in proportion, and a mix of uses over time.
 */
export interface PortfolioModel {
  readonly assumptions: Assumptions
  readonly draws: readonly PortfolioDraw[]
  readonly sites: PortfolioSites
  readonly forms: Readonly<Record<LinearStrategy, StrategyForm>>
  /** Rows that have to be drawn one by one, by strategy. */
  readonly unlinear: Readonly<Record<LinearStrategy, readonly number[]>>
}

/** Draws at which every site's form is checked against the valuation: a pair that moves every market both ways. */
const CHECKS = [0, 1] as const

/** Sets the portfolio up for a scenario; yields the share done after steps of some milliseconds. */
export function* portfolioModel(
  columns: SiteColumns,
  assumptions: Assumptions,
  options: { readonly draws: number; readonly seed: number },
): Generator<number, PortfolioModel, void> {
  const plan = plannedDraw(assumptions)
  const draws = yield* scaled(0, 0.3, portfolioDraws(assumptions, options.draws, options.seed))
  const sites = yield* scaled(0.3, 0.5, portfolioSites(columns, assumptions, plan))
  const checks = CHECKS
  const halls = yield* scaled(0.5, 0.6, hallForms(sites, plan, draws, checks))
  const mine = yield* scaled(0.6, 0.8, mineForm(sites, plan, draws, checks))
  const forms = { ...halls, mine }
  const checking = checks.flatMap((draw) => draws[draw] ?? [])
  const unlinear = yield* scaled(0.8, 1, unlinearRows(sites, forms, checking))
  return { assumptions, draws, sites, forms, unlinear }
}
