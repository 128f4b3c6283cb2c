import type { PriceStatisticsReport } from '../../../shared/contract/prices.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatNumber, formatUsd } from '../../../shared/format/format-quantity.ts'

export interface PriceFiguresProps {
  readonly statistics: PriceStatisticsReport
  readonly source: string
}

/** What a node's prices are like. */
export function PriceFigures({ statistics: found, source }: PriceFiguresProps) {
  const percentile = (percent: number) => found.percentiles.find((each) => each.percent === percent)?.usdPerMwh ?? 0
  const rows: readonly (readonly [string, string])[] = [
    ['Mean', `${formatUsd(found.meanUsdPerMwh, 2)}/MWh`],
    ['Half of the hours below', `${formatUsd(percentile(50), 2)}/MWh`],
    ['5% and 95% of the hours', `${formatUsd(percentile(5), 2)} and ${formatUsd(percentile(95), 2)}/MWh`],
    [
      'Hours below zero',
      `${formatNumber(Math.round(found.negativeHours))} of ${formatNumber(Math.round(found.hours))}`,
    ],
    ['Log standard deviation', found.logSd === null ? 'none' : found.logSd.toFixed(2)],
  ]
  return (
    <>
      <dl className="prices__figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
        {found.arePeaksNamed ? <NamedPeaks found={found} /> : null}
        {found.arePeaksNamed || found.peakMeanUsdPerMwh === null ? null : (
          <div title="The dearest interval between 14:00 and 20:00 of each June to September: it stands in for the coincident peaks, which no price file holds.">
            <dt>Summer peak hours, by price</dt>
            <dd className="num">{`${formatUsd(found.peakMeanUsdPerMwh, 2)}/MWh`}</dd>
          </div>
        )}
      </dl>
      <p className="prices__source">
        {`${source}, ${formatDate(found.fromUtc.slice(0, 10))} to ${formatDate(found.toUtc.slice(0, 10))}, ${Math.round(found.coverage * 100)}% of the hours`}
      </p>
    </>
  )
}

function NamedPeaks({ found }: { readonly found: PriceStatisticsReport }) {
  const { peaks, unpricedPeaks, peakMeanUsdPerMwh } = found
  const count = peaks.length + unpricedPeaks.length
  const missing = unpricedPeaks.length === 0 ? '' : `, ${formatNumber(unpricedPeaks.length)} without a price`
  const each = [
    ...peaks.map(({ startUtc, usdPerMwh }) => `${formatDate(startUtc.slice(0, 10))}: ${formatUsd(usdPerMwh, 2)}/MWh`),
    ...unpricedPeaks.map((hour) => `${hour}: no price`),
  ]
  return (
    <div title={each.join('\n')}>
      <dt>{`Named system peaks (${formatNumber(count)}${missing})`}</dt>
      <dd className="num">{peakMeanUsdPerMwh === null ? 'not known' : `${formatUsd(peakMeanUsdPerMwh, 2)}/MWh`}</dd>
    </div>
  )
}
