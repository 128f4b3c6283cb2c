import type { Verdict } from '../../shared/domain/site/strategies.ts'
import { type Portfolio, portfolioFigures } from '../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { LINEAR_STRATEGIES } from '../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
import { SINGLE_VERDICTS } from '../../shared/domain/uncertainty/portfolio/winner-shares.ts'
import { formatNumber, formatPercent } from '../../shared/format/format-quantity.ts'

/** What the portfolio method says of a site as `rank --draws` prints it. */
export function portfolioJson(portfolio: Portfolio, row: number) {
  return {
    npv_usd_per_mw: Object.fromEntries(
      LINEAR_STRATEGIES.map((strategy) => {
        const { mean, sd, quantiles, positive } = portfolioFigures(portfolio, strategy, row)
        return [strategy, { mean, sd, ...quantiles, positive }]
      }),
    ),
    ...winnersJson(portfolio, row),
    [`top_${portfolio.places}`]: portfolio.topShare?.[row] ?? null,
  }
}

/** Shares of draws in which each single use is the choice, and the use that is worth most on average. */
function winnersJson({ winners }: Portfolio, row: number) {
  if (winners === null) return {}
  return {
    wins: Object.fromEntries(SINGLE_VERDICTS.map((verdict) => [verdict, winners.share[verdict][row] ?? 0])),
    best_by_mean: SINGLE_VERDICTS[winners.bestByMean[row] ?? 0] ?? 'none',
  }
}

/** How often the verdict's use pays and how often the site is among the best; a mix over time has no such figure. */
export function portfolioCells(portfolio: Portfolio, row: number, verdict: Verdict): readonly string[] {
  const strategy = LINEAR_STRATEGIES.find((each) => each === verdict)
  const positive = strategy === undefined ? null : portfolioFigures(portfolio, strategy, row).positive
  return [positive === null ? '–' : formatPercent(positive), formatPercent(portfolio.topShare?.[row] ?? 0)]
}

export function portfolioNote(portfolio: Portfolio | null): string {
  if (portfolio === null) return ''
  return `; portfolio method: how often the verdict pays in ${formatNumber(portfolio.draws)} market draws and the site is among the best ${portfolio.places} in ${formatNumber(portfolio.topDraws)}, seed ${portfolio.seed}`
}
