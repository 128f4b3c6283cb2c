import type { Verdict } from '../../shared/domain/site/strategies.ts'
import { type Portfolio, portfolioFigures, TOP_PLACES } from '../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { LINEAR_STRATEGIES } from '../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
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
    [`top_${TOP_PLACES}`]: portfolio.topShare?.[row] ?? null,
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
  return `; portfolio method: how often the verdict pays in ${formatNumber(portfolio.draws)} market draws and the site is among the best ${TOP_PLACES} in ${formatNumber(portfolio.topDraws)}, seed ${portfolio.seed}`
}
