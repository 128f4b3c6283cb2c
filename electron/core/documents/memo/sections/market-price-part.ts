import { formatDate } from '../../../../../shared/format/format-date.ts'
import {
  formatNumber,
  formatPercent,
  formatUsd,
  formatUsdPerMwh,
} from '../../../../../shared/format/format-quantity.ts'
import type { PricesOfSite } from '../../../prices/read-prices-of-site.ts'
import type { MemoContent } from '../content.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const EXPOSURE_COLUMNS = [
  { title: 'Exposure', width: 122 },
  { title: 'Value', width: 106 },
  { title: 'How it is counted', width: CONTENT_WIDTH - 228 },
] as const

/** What the prices of the site's node are like and what a load pays that stops above a price; empty without a node. */
export function marketPricePart({ input, faces }: MemoContent): Piece[] {
  const { prices } = input
  if (!prices) return []
  const { node, statistics } = prices
  const spread = [
    { title: 'Mean', usdPerMwh: statistics.meanUsdPerMwh },
    { title: 'Lowest', usdPerMwh: statistics.minUsdPerMwh },
    ...statistics.percentiles.map(({ percent, usdPerMwh }) => ({ title: `${percent}%`, usdPerMwh })),
    { title: 'Highest', usdPerMwh: statistics.maxUsdPerMwh },
  ]
  const width = (CONTENT_WIDTH - 60) / spread.length
  const columns = [
    { title: '$/MWh', width: 60 },
    ...spread.map(({ title }) => ({ title, width, align: 'right' as const })),
  ]
  const cells = [{ text: 'All hours' }, ...spread.map(({ usdPerMwh }) => ({ text: formatUsd(usdPerMwh, 2) }))]
  const { fromUtc, toUtc, coverage } = statistics
  const note = `A percentage is the share of hours at or below the price. Energy at the node alone, without delivery, demand charges and taxes. Source: ${node.source}, ${day(fromUtc)} to ${day(toUtc)}, ${formatPercent(coverage)} of the hours.`
  return [
    ...paragraph(faces, `Market prices at ${node.nodeId}`, STYLES.subheading, CONTENT_WIDTH, 8, { keepWithNext: true }),
    ...table(faces, { columns, rows: [cells] }, 3),
    ...table(faces, { columns: EXPOSURE_COLUMNS, rows: exposure(prices) }, 5),
    ...paragraph(faces, note, STYLES.note, CONTENT_WIDTH, 3),
  ]
}

function exposure({ statistics, curtailment, strikeUsdPerMwh }: PricesOfSite): TableCell[][] {
  const { negativeHours, hours } = statistics
  const strike = formatUsdPerMwh(strikeUsdPerMwh)
  const { effectiveUsdPerMwh, uptime, stops } = curtailment
  const rows = [
    ['Hours below zero', `${whole(negativeHours)} of ${whole(hours)}`, 'Weighted by the length of the intervals'],
    peakRow(statistics),
    [
      `A mine that stops above ${strike}`,
      effectiveUsdPerMwh === null
        ? 'never runs'
        : `${formatPercent(uptime, 1)} uptime, ${formatUsdPerMwh(effectiveUsdPerMwh)}`,
      `Run through the real hours with ${whole(stops)} ${stops === 1 ? 'stop' : 'stops'}, at the break-even power price of mining today under the memo's scenario`,
    ],
    [
      'Computers that take every hour',
      formatUsdPerMwh(curtailment.firmUsdPerMwh),
      `${whole(curtailment.hoursAboveStrike)} of their hours cost more than ${strike}; ${whole(curtailment.unservedHours)} would be without power if they stopped as the mine does`,
    ],
  ]
  return rows.map(([label = '', value = '', how = '']) => [
    { text: label, style: STYLES.smallStrong },
    { text: value },
    { text: how, style: STYLES.smallQuiet },
  ])
}

function peakRow({ peaks, peakMeanUsdPerMwh, arePeaksNamed, unpricedPeaks }: PricesOfSite['statistics']): string[] {
  const mean = peakMeanUsdPerMwh === null ? 'not known' : formatUsdPerMwh(peakMeanUsdPerMwh)
  const each = peaks.map(({ startUtc, usdPerMwh }) => `${day(startUtc)} ${formatUsd(usdPerMwh)}`).join(', ')
  if (arePeaksNamed) {
    const unpriced = unpricedPeaks.length === 0 ? '' : ` No price in ${unpricedPeaks.join(', ')}.`
    const priced = each === '' ? '' : `Mean of the peaks that were named: ${each}.`
    return ['System peaks (4CP)', mean, `${priced}${unpriced}`.trim()]
  }
  if (each === '')
    return ['Summer peak hours, by price', mean, 'The prices hold no afternoon between June and September.']
  return [
    'Summer peak hours, by price',
    mean,
    `Mean of the dearest interval between 14:00 and 20:00 of each June to September: ${each}. It stands in for the coincident peaks (4CP), which no price file holds.`,
  ]
}

function whole(count: number): string {
  return formatNumber(Math.round(count))
}

function day(utc: string): string {
  return formatDate(utc.slice(0, 10))
}
