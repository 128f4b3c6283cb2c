import type { SiteColumns } from '../../../columns/site-columns.ts'
import type { Ruler } from '../../ranking/ruler.ts'
import type { Scenario } from '../../scenario/resolve-scenario.ts'
import { evenDraws } from '../simulate-in-steps.ts'
import { MOST_TOP_PLACES, type Portfolio, TOP_PLACES } from './portfolio.ts'
import { drawnScenarios } from './portfolio-draws.ts'
import { checkedModel, portfolioModel } from './portfolio-model.ts'
import { orderedUses, portfolioMoments, portfolioQuantiles } from './portfolio-values.ts'
import { scaled } from './scaled.ts'
import { topShares } from './top-shares.ts'
import { winnerShares } from './winner-shares.ts'

export interface PortfolioOptions {
  readonly draws: number
  readonly topDraws: number
  readonly seed: number
  readonly ruler?: Ruler
  /** How many are the best, 1 to MOST_TOP_PLACES; TOP_PLACES unless given. */
  readonly places?: number
  /** Told of each part as soon as it is known: first mean and deviation, then quantiles and chances, then which use wins, then places. */
  onPart?(portfolio: Portfolio): void
}

/** Yields the share done after steps of some milliseconds; whoever stops asking cancels it. */
export function* simulatePortfolioInSteps(
  columns: SiteColumns,
  scenario: Scenario,
  options: PortfolioOptions,
): Generator<number, Portfolio, void> {
  const { assumptions } = scenario
  const draws = evenDraws(options.draws)
  const topDraws = evenDraws(Math.min(options.topDraws, draws))
  const first = yield* scaled(0, 0.2, portfolioModel(columns, assumptions, { draws, seed: options.seed }))
  const uses = yield* scaled(0.2, 0.23, orderedUses(first))
  const early = yield* scaled(0.23, 0.25, portfolioMoments(first, uses))
  const places = Math.min(MOST_TOP_PLACES, Math.max(1, Math.round(options.places ?? TOP_PLACES)))
  const told = { count: columns.count, draws, topDraws, seed: options.seed, places }
  options.onPart?.({ ...told, moments: early, quantiles: null, winners: null, topShare: null })
  yield 0.25
  const model = yield* scaled(0.25, 0.3, checkedModel(first))
  const moments = yield* scaled(0.3, 0.31, portfolioMoments(model, uses))
  const base = { ...told, moments }
  const quantiles = yield* scaled(0.31, 0.4, portfolioQuantiles(model))
  options.onPart?.({ ...base, quantiles, winners: null, topShare: null })
  yield 0.4
  const winners = yield* scaled(0.4, 0.55, winnerShares(model, moments))
  options.onPart?.({ ...base, quantiles, winners, topShare: null })
  yield 0.55
  const markets = [...drawnScenarios(assumptions, topDraws, options.seed)]
  const topShare = yield* scaled(0.55, 1, topShares(columns, scenario, markets, places, options.ruler))
  const portfolio = { ...base, quantiles, winners, topShare }
  options.onPart?.(portfolio)
  return portfolio
}
