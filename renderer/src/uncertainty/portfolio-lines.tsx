import { VERDICT_LABELS } from '../../../shared/domain/site/strategies.ts'
import { type Portfolio, portfolioFigures, TOP_PLACES } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { LINEAR_STRATEGIES } from '../../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
import { formatNumber, formatPercent, formatUsdPerMw } from '../../../shared/format/format-quantity.ts'

export interface PortfolioLinesProps {
  readonly portfolio: Portfolio
  readonly row: number
}

/** What the portfolio method says of one site of a large catalog, part by part as it becomes known. */
export function PortfolioLines({ portfolio, row }: PortfolioLinesProps) {
  const top = portfolio.topShare?.[row]
  return (
    <section className="section" aria-label="In the portfolio">
      <h3 className="section__title">{`In the portfolio, ${formatNumber(portfolio.draws)} market draws`}</h3>
      <dl className="sure">
        {LINEAR_STRATEGIES.map((strategy) => {
          const { mean, sd, quantiles, positive } = portfolioFigures(portfolio, strategy, row)
          return (
            <div className="sure__line" key={strategy}>
              <dt>{VERDICT_LABELS[strategy]}</dt>
              <dd className="num">
                {quantiles === null || positive === null
                  ? `mean ${formatUsdPerMw(mean)}, give or take ${formatUsdPerMw(sd)}`
                  : `pays in ${formatPercent(positive)}, P50 ${formatUsdPerMw(quantiles.p50)}, from ${formatUsdPerMw(quantiles.p5)} to ${formatUsdPerMw(quantiles.p95)}, mean ${formatUsdPerMw(mean)}`}
              </dd>
            </div>
          )
        })}
        <div className="sure__line">
          <dt>{`Best ${formatNumber(TOP_PLACES)}`}</dt>
          <dd className="num">
            {top === undefined
              ? 'Ranking all sites in each market…'
              : `in ${formatPercent(top)} of ${formatNumber(portfolio.topDraws)} draws`}
          </dd>
        </div>
      </dl>
      <p className="sure__note">
        Portfolio method, P5 to P95: markets that all sites share, and whether this site’s power comes. Its own delay,
        upgrade cost and a change of use are only in the draws site by site.
      </p>
    </section>
  )
}
