import { VERDICT_LABELS } from '../../../shared/domain/site/strategies.ts'
import { type Portfolio, portfolioFigures, TOP_PLACES } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { LINEAR_STRATEGIES } from '../../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
import { formatNumber, formatPercent, formatUsdShort } from '../../../shared/format/format-quantity.ts'

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
                  ? `${formatUsdShort(mean)} on average, sd ${formatUsdShort(sd)}`
                  : `pays in ${formatPercent(positive)} · ${formatUsdShort(quantiles.p50)} (${formatUsdShort(quantiles.p5)} to ${formatUsdShort(quantiles.p95)})`}
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
        Share of draws in which a use pays, then P50 (P5 to P95) per gross MW. Portfolio method: markets that all sites
        share, and whether this site’s power comes. Its own delay, upgrade cost and a change of use are only in the
        draws site by site.
      </p>
    </section>
  )
}
