import type { LinearStrategy } from './portfolio-sites.ts'
import type { PortfolioMoments, PortfolioQuantiles } from './portfolio-values.ts'
import type { Winners } from './winner-shares.ts'

/**
 * What the portfolio method says of a whole catalog, each part as soon as it is known. Arrays are indexed by row. See
 * `PortfolioModel` for the risks it carries and those it leaves out.
 */
export interface Portfolio {
  readonly count: number
  readonly draws: number
  readonly seed: number
  readonly moments: PortfolioMoments
  readonly quantiles: PortfolioQuantiles | null
  readonly winners: Winners | null
  /** Share of `topDraws` market draws in which a site is among the best `places` by score. */
  readonly topShare: Float64Array | null
  readonly places: number
  readonly topDraws: number
}

/** Places that are counted unless somebody asks for other ones, and the most that one may ask for. */
export const TOP_PLACES = 100
export const MOST_TOP_PLACES = 1_000

/** Draws of values, and fewer of whole rankings, which cost more. */
export const PORTFOLIO_DRAWS = 10_000
export const PORTFOLIO_TOP_DRAWS = 500

/** Valuations beyond which drawing every site takes longer than somebody waits. */
const MOST_VALUATIONS = 20_000_000

/** Whether a catalog is too large to value every site in every draw. */
export function needsPortfolio(siteCount: number, draws: number): boolean {
  return siteCount * draws > MOST_VALUATIONS
}

/** One use of one site over the draws; quantiles are null until they are known. */
export interface PortfolioFigures {
  readonly mean: number
  readonly sd: number
  readonly quantiles: {
    readonly p5: number
    readonly p10: number
    readonly p50: number
    readonly p90: number
    readonly p95: number
  } | null
  /** Probability of a positive value. */
  readonly positive: number | null
}

export function portfolioFigures(portfolio: Portfolio, strategy: LinearStrategy, row: number): PortfolioFigures {
  const { mean, sd } = portfolio.moments[strategy]
  const known = portfolio.quantiles?.[strategy]
  return {
    mean: mean[row] ?? 0,
    sd: sd[row] ?? 0,
    quantiles:
      known === undefined
        ? null
        : {
            p5: known.p5[row] ?? 0,
            p10: known.p10[row] ?? 0,
            p50: known.p50[row] ?? 0,
            p90: known.p90[row] ?? 0,
            p95: known.p95[row] ?? 0,
          },
    positive: known === undefined ? null : (known.positive[row] ?? 0),
  }
}
