import { NativeSelect } from '@mantine/core'
import { VERDICT_LABELS } from '../../../shared/domain/site/strategies.ts'
import { type Portfolio, portfolioFigures } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { LINEAR_STRATEGIES } from '../../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
import { SINGLE_VERDICTS, type Winners } from '../../../shared/domain/uncertainty/portfolio/winner-shares.ts'
import { formatNumber, formatPercent, formatUsdShort } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { TOP_PLACES_CHOICES } from './top-places-choices.ts'
import { VerdictShares } from './verdict-shares.tsx'

export interface PortfolioLinesProps {
  readonly portfolio: Portfolio
  readonly row: number
}

/** What the portfolio method says of one site of a large catalog, part by part as it becomes known. */
export function PortfolioLines({ portfolio, row }: PortfolioLinesProps) {
  const places = useApp((state) => state.topPlaces)
  const top = portfolio.places === places ? portfolio.topShare?.[row] : undefined
  const { winners } = portfolio
  return (
    <section className="section" aria-label="In the portfolio">
      <h3 className="section__title">{`In the portfolio, ${formatNumber(portfolio.draws)} market draws`}</h3>
      {winners === null ? null : <VerdictShares shares={sharesOf(winners, row)} />}
      <dl className="sure">
        <div className="sure__line">
          <dt>Best use</dt>
          <dd className="num">{winners === null ? 'Comparing the uses…' : winnersText(winners, row)}</dd>
        </div>
        <div className="sure__line">
          <dt>On average</dt>
          <dd className="num">{winners === null ? '…' : onAverage(portfolio, winners, row)}</dd>
        </div>
        {LINEAR_STRATEGIES.map((strategy) => {
          const { mean, sd, quantiles, positive } = portfolioFigures(portfolio, strategy, row)
          return (
            <div className="sure__line" key={strategy}>
              <dt>{VERDICT_LABELS[strategy]}</dt>
              <dd className="num">
                {quantiles === null || positive === null ? (
                  `${formatUsdShort(mean)} on average, sd ${formatUsdShort(sd)}`
                ) : (
                  <>
                    {`pays in ${formatPercent(positive)} · ${formatUsdShort(quantiles.p50)} `}
                    <span className="sure__range">
                      {`(${formatUsdShort(quantiles.p5)} to ${formatUsdShort(quantiles.p95)})`}
                    </span>
                  </>
                )}
              </dd>
            </div>
          )
        })}
        <div className="sure__line sure__line--choice">
          <dt>
            <PlacesChoice places={places} />
          </dt>
          <dd className="num">
            {top === undefined
              ? 'Ranking all sites in each market…'
              : `in ${formatPercent(top)} of ${formatNumber(portfolio.topDraws)} draws`}
          </dd>
        </div>
      </dl>
      <p className="sure__note">
        Share of draws in which a use pays, then P50 (P5 to P95) per gross MW. Portfolio method: markets that all sites
        share, whether this site’s power comes and whether its tenant stays. The best use is chosen among single uses; a
        conversion, this site’s own delay and its upgrade cost are only in the draws site by site.
      </p>
    </section>
  )
}

/** How many places count as the best; the draws begin anew for another number. */
function PlacesChoice({ places }: { readonly places: number }) {
  const setPlaces = useApp((state) => state.setTopPlaces)
  return (
    <NativeSelect
      size="xs"
      aria-label="Places that count as the best"
      value={String(places)}
      data={TOP_PLACES_CHOICES.map((each) => ({ value: String(each), label: `Best ${formatNumber(each)}` }))}
      onChange={(event) => setPlaces(Number(event.currentTarget.value))}
    />
  )
}

function sharesOf({ share }: Winners, row: number) {
  return SINGLE_VERDICTS.map((verdict) => ({ verdict, share: share[verdict][row] ?? 0 }))
}

function winnersText(winners: Winners, row: number): string {
  return sharesOf(winners, row)
    .filter(({ share }) => share >= 0.005)
    .sort((one, other) => other.share - one.share)
    .map(({ verdict, share }) => `${VERDICT_LABELS[verdict]} ${formatPercent(share)}`)
    .join(' · ')
}

/** The use that is worth most on average if it is chosen today and kept, with the mean and deviation of that use. */
function onAverage(portfolio: Portfolio, { bestByMean }: Winners, row: number): string {
  const best = SINGLE_VERDICTS[bestByMean[row] ?? LINEAR_STRATEGIES.length] ?? 'none'
  if (best === 'none') return VERDICT_LABELS.none
  const { mean, sd } = portfolioFigures(portfolio, best, row)
  return `${VERDICT_LABELS[best]} ${formatUsdShort(mean)}, sd ${formatUsdShort(sd)}`
}
