import type { SiteColumns } from '../../../columns/site-columns.ts'
import type { Assumptions } from '../../scenario/assumption-defs.ts'
import { hallForms } from './hall-forms.ts'
import { mineForm } from './mine-form.ts'
import { type PortfolioDraw, plannedDraw, portfolioDraws } from './portfolio-draws.ts'
import { LINEAR_STRATEGIES, type LinearStrategy, type PortfolioSites, portfolioSites } from './portfolio-sites.ts'
import { scaled } from './scaled.ts'
import type { StrategyForm } from './strategy-form.ts'
import { unlinearRows } from './unlinear-rows.ts'

/**
 * Ten thousand markets for a whole catalog without a pass over sites times draws.
 *
 * It carries what all sites share: Bitcoin price with the difficulty that follows it, difficulty growth, GPU-hour and
 * its slope, lease and colocation rents, rent at a second lease, one shift of all power prices, cost overruns; and of a
 * site's own risks whether its power comes and whether its tenant defaults. Only the site-by-site simulation carries a site's own delay, its upgrade cost, the error of a proxy
 * price, power prices that move in proportion, and a mix of uses over time.
 */
export interface PortfolioModel {
  readonly assumptions: Assumptions
  readonly draws: readonly PortfolioDraw[]
  readonly sites: PortfolioSites
  readonly forms: Readonly<Record<LinearStrategy, StrategyForm>>
  /** The lease as it looks before it is known whether its tenant stays: what a choice goes by. */
  readonly leaseDecided: StrategyForm
  /** Rows that have to be drawn one by one, by strategy. */
  readonly unlinear: Readonly<Record<LinearStrategy, readonly number[]>>
}

/** Sets the portfolio up for a scenario; yields the share done after steps of some milliseconds. */
export function* portfolioModel(
  columns: SiteColumns,
  assumptions: Assumptions,
  options: { readonly draws: number; readonly seed: number },
): Generator<number, PortfolioModel, void> {
  const plan = plannedDraw(assumptions)
  const draws = yield* scaled(0, 0.4, portfolioDraws(assumptions, options.draws, options.seed))
  const sites = yield* scaled(0.4, 0.6, portfolioSites(columns, assumptions, plan))
  const halls = yield* scaled(0.6, 0.8, hallForms(sites, plan, draws))
  const mine = yield* scaled(0.8, 1, mineForm(sites, plan, draws))
  const unlinear = { mine: [], lease: [], cloud: [], colo: [] }
  return { assumptions, draws, sites, forms: { ...halls.forms, mine }, leaseDecided: halls.leaseDecided, unlinear }
}

/** The same model with the rows that its forms do not give found. Apart, so that the first figures need not wait. */
export function* checkedModel(model: PortfolioModel): Generator<number, PortfolioModel, void> {
  return { ...model, unlinear: yield* unlinearRows(model.sites, model.forms, model.draws) }
}

/** Valuations that rows which no form gives may take together, and the draws that each of them gets in any case. */
const MOST_VALUATIONS = 20_000_000
const LEAST_DRAWS = 100

/** Uses of a site that no form may give: all under an income tax, which bends each; else rarely more than the mine. */
const USES_TAXED = LINEAR_STRATEGIES.length
const USES_UNTAXED = 1

/**
 * The draws that are valued for each row that no form gives: as many as a catalog of that size class has time for. The
 * class is the next number of sites of 1, 2 or 5 times a power of ten, so that what a site says changes with the
 * scenario, with its own data and where the catalog outgrows its class, and not with the sites beside it. A pair of
 * draws is never split.
 */
export function drawsOfUnlinearRows({ draws, sites, assumptions }: PortfolioModel): readonly PortfolioDraw[] {
  const rows = sizeClass(sites.count) * (assumptions.incomeTaxRate > 0 ? USES_TAXED : USES_UNTAXED)
  return draws.slice(0, 2 * Math.max(LEAST_DRAWS / 2, Math.floor(MOST_VALUATIONS / rows / 2)))
}

function sizeClass(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)))
  return ([1, 2, 5].find((step) => step * power >= count) ?? 10) * power
}
