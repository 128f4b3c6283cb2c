import type { PriceNode, PriceStatisticsReport } from '../../../shared/contract/prices.ts'
import { readPeakHours } from '../../../shared/domain/prices/peak-hours.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import { textTable } from '../text-table.ts'
import { twoColumns } from '../two-columns.ts'
import { UsageError } from '../usage-error.ts'

const VERBS: Readonly<Record<string, (context: CommandContext, node: string) => Promise<CommandResult>>> = {
  list: listNodes,
  stats: showStatistics,
  simulate,
}

/** What the catalog's market prices say of a node or hub. */
export const prices: Command = {
  name: 'prices',
  summary: 'nodes with market prices, their statistics, and a load that stops above a price',
  positional: { name: 'list [TEXT] | stats NODE | simulate NODE', help: 'NODE as "prices list" names it' },
  options: {
    peaks: { type: 'string', value: 'HOURS', help: "stats: the system's peaks, 2025-06-18T17,2025-07-…; see below" },
    strike: { type: 'string', value: 'USD', help: 'simulate: the load stops above this price, $/MWh' },
    response: { type: 'string', value: 'MINUTES', help: 'simulate: until the load is off or on again; 0 without it' },
    'min-down': { type: 'string', value: 'MINUTES', help: 'simulate: least time off; 0 without it' },
    'min-run': { type: 'string', value: 'MINUTES', help: 'simulate: least time on; 0 without it' },
  },
  notes: [
    "--peaks names hours by their beginning on the market's clock; 2025-06-18T16:45 is a quarter of an hour. Without it",
    "the peaks of stats are a stand-in for ERCOT's 4CP: the dearest interval between 14:00 and 20:00 of each",
    'June to September. Market files hold no load, which decides the real ones.',
  ],
  run(context) {
    const [verb = '', ...names] = context.files
    const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
    if (!run) throw new UsageError('Say what to do with prices: list, stats NODE or simulate NODE.')
    if (verb !== 'list' && names.length === 0)
      throw new UsageError(`Name the node: "switchyard prices ${verb} NODE"; "switchyard prices list" has their names.`)
    return run(context, names.join(' '))
  },
}

async function listNodes(context: CommandContext, text: string): Promise<CommandResult> {
  const { client } = await context.open()
  const { nodes, total } = await client['prices.list']({ text })
  const table = textTable(
    [{ heading: 'Node' }, { heading: 'From' }, { heading: 'To' }, { heading: 'Prices' }],
    nodes.map((node) => [node.nodeId, node.fromMonth, node.toMonth, String(node.intervals)]),
  )
  const none = 'The catalog has no prices like that; import a file of them with "switchyard import FILE".'
  return {
    json: { total, nodes: nodes.map(nodeJson) },
    text: nodes.length === 0 ? none : table,
  }
}

async function showStatistics(context: CommandContext, nodeId: string): Promise<CommandResult> {
  const named = readPeakHours(context.options['peaks']?.toString() ?? '')
  if (!named.ok) throw new UsageError(named.reason)
  const { client } = await context.open()
  const { node, statistics } = await client['prices.stats']({ nodeId, peakHours: [...named.hours] })
  return {
    json: { ...nodeJson(node), statistics: statisticsJson(statistics) },
    text: [nodeId, '', ...twoColumns(statisticsLines(statistics))].join('\n'),
  }
}

async function simulate(context: CommandContext, nodeId: string): Promise<CommandResult> {
  const strike = number(context, 'strike')
  if (strike === undefined) throw new UsageError('Name the price above which the load stops: --strike 60.')
  const rule = {
    strikeUsdPerMwh: strike,
    responseMinutes: number(context, 'response') ?? 0,
    minimumDownMinutes: number(context, 'min-down') ?? 0,
    minimumRunMinutes: number(context, 'min-run') ?? 0,
  }
  const { client } = await context.open()
  const { node, curtailment: found } = await client['prices.simulate']({ nodeId, rule })
  return {
    json: {
      ...nodeJson(node),
      strike_usd_per_mwh: strike,
      response_minutes: rule.responseMinutes,
      minimum_down_minutes: rule.minimumDownMinutes,
      minimum_run_minutes: rule.minimumRunMinutes,
      hours: found.hours,
      mining: {
        uptime: found.uptime,
        served_hours: found.servedHours,
        stops: found.stops,
        effective_usd_per_mwh: found.effectiveUsdPerMwh,
      },
      ai: {
        firm_usd_per_mwh: found.firmUsdPerMwh,
        hours_above_strike: found.hoursAboveStrike,
        unserved_hours: found.unservedHours,
        bill_share_above_strike: found.billShareAboveStrike,
      },
    },
    text: [
      nodeId,
      '',
      ...twoColumns([
        ['Mining, uptime', percent(found.uptime)],
        ['Mining, price paid', found.effectiveUsdPerMwh === null ? 'never runs' : usd(found.effectiveUsdPerMwh)],
        ['Mining, stops', String(found.stops)],
        ['AI, price of firm power', usd(found.firmUsdPerMwh)],
        ['AI, hours above the strike', found.hoursAboveStrike.toFixed(1)],
        ['AI, hours without power if it stopped too', found.unservedHours.toFixed(1)],
      ]),
    ].join('\n'),
  }
}

function number(context: CommandContext, name: string): number | undefined {
  const text = context.options[name]
  if (text === undefined) return undefined
  const value = Number(text)
  if (String(text).trim() === '' || !Number.isFinite(value) || (name !== 'strike' && value < 0))
    throw new UsageError(
      `--${name} must be a number${name === 'strike' ? '' : ' of minutes from 0 on'}, not "${text}".`,
    )
  return value
}

function nodeJson(node: PriceNode) {
  return {
    node: node.nodeId,
    market: node.market,
    run: node.run,
    name: node.name,
    type: node.type,
    intervals: node.intervals,
    from_month: node.fromMonth,
    to_month: node.toMonth,
    source: node.source,
  }
}

function statisticsJson(found: PriceStatisticsReport) {
  const peaks = found.peaks.map((peak) => ({ start_utc: peak.startUtc, usd_per_mwh: peak.usdPerMwh }))
  return {
    intervals: found.intervals,
    hours: found.hours,
    coverage: found.coverage,
    from_utc: found.fromUtc,
    to_utc: found.toUtc,
    mean_usd_per_mwh: found.meanUsdPerMwh,
    min_usd_per_mwh: found.minUsdPerMwh,
    max_usd_per_mwh: found.maxUsdPerMwh,
    percentiles: Object.fromEntries(found.percentiles.map((each) => [`p${each.percent}`, each.usdPerMwh])),
    negative_hours: found.negativeHours,
    log_sd: found.logSd,
    ...(found.arePeaksNamed
      ? { peaks, peak_mean_usd_per_mwh: found.peakMeanUsdPerMwh, peaks_without_price: found.unpricedPeaks }
      : { peak_proxy: peaks, peak_proxy_mean_usd_per_mwh: found.peakMeanUsdPerMwh }),
  }
}

function statisticsLines(found: PriceStatisticsReport): [string, string][] {
  return [
    ['Hours', `${found.hours.toFixed(0)}, ${found.fromUtc.slice(0, 10)} to ${found.toUtc.slice(0, 10)}`],
    ['Coverage', percent(found.coverage)],
    ['Mean', usd(found.meanUsdPerMwh)],
    ...found.percentiles.map((each): [string, string] => [`P${each.percent}`, usd(each.usdPerMwh)]),
    ['Lowest, highest', `${usd(found.minUsdPerMwh)}, ${usd(found.maxUsdPerMwh)}`],
    ['Negative hours', found.negativeHours.toFixed(1)],
    ['Log standard deviation', found.logSd === null ? 'none' : found.logSd.toFixed(3)],
    ...peakLines(found),
  ]
}

function peakLines({ arePeaksNamed, peakMeanUsdPerMwh, peaks, unpricedPeaks }: PriceStatisticsReport) {
  const mean = peakMeanUsdPerMwh === null ? null : usd(peakMeanUsdPerMwh)
  if (!arePeaksNamed) return [['Summer peak hours, mean', mean ?? 'no summer'] as [string, string]]
  const lines: [string, string][] = [
    ['Named peaks, mean', mean ?? 'no price in any of them'],
    ...peaks.map(({ startUtc, usdPerMwh }): [string, string] => [`  ${startUtc.slice(0, 16)}Z`, usd(usdPerMwh)]),
  ]
  return unpricedPeaks.length === 0
    ? lines
    : [...lines, ['Without a price', unpricedPeaks.join(', ')] as [string, string]]
}

function usd(value: number): string {
  return `${value < 0 ? '-' : ''}$${Math.abs(value).toFixed(2)}/MWh`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
