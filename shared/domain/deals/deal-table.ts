import { formatNumber, formatPercent, formatUsd, formatUsdShort } from '../../format/format-quantity.ts'
import { dealFigures } from './deal-figures.ts'
import type { DealFigures, PublishedDeal } from './published-deal.ts'

const COLUMNS: readonly {
  readonly title: string
  cell(model: DealFigures, published: Partial<DealFigures>): string
}[] = [
  {
    title: 'first-year rent, $/kW-month',
    cell: (model) => (Number.isNaN(model.gpuHourUsd) ? formatUsd(model.year1RentUsdPerKwMonth) : ''),
  },
  { title: 'first-year revenue', cell: (...both) => beside('year1RevenueUsdPerYear', formatUsdShort, ...both) },
  { title: 'average revenue a year', cell: (...both) => beside('averageRevenueUsdPerYear', formatUsdShort, ...both) },
  { title: 'average NOI a year', cell: (...both) => beside('averageNoiUsdPerYear', formatUsdShort, ...both) },
  {
    title: 'first-year yield on cost',
    cell: (...both) => beside('year1YieldOnCost', (share) => formatPercent(share, 1), ...both),
  },
  { title: '$/GPU-hour', cell: (...both) => beside('gpuHourUsd', (value) => formatUsd(value, 2), ...both) },
]

/** Deals as a Markdown table, each figure of the model with the published one in parentheses where there is one. */
export function dealTable(deals: readonly PublishedDeal[]): string {
  const lines = deals.map((deal) => {
    const model = dealFigures(deal)
    const cells = COLUMNS.map((column) => column.cell(model, deal.published))
    return row([`[${deal.name}](${deal.source})`, `${formatNumber(deal.itMw)}`, `${deal.termYears}`, ...cells])
  })
  const titles = ['deal', 'IT MW', 'years', ...COLUMNS.map((column) => column.title)]
  return [row(titles), `|---|${'---:|'.repeat(titles.length - 1)}`, ...lines].join('\n')
}

function beside(
  key: keyof DealFigures,
  format: (value: number) => string,
  model: DealFigures,
  published: Partial<DealFigures>,
): string {
  const value = model[key]
  if (Number.isNaN(value)) return ''
  const said = published[key]
  return said === undefined ? format(value) : `${format(value)} (${format(said)})`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
