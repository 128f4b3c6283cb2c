import { AppError } from '../../../../shared/contract/errors.ts'
import type { RejectedRow } from '../../../../shared/contract/jobs.ts'
import type { PriceRun } from '../../../../shared/domain/prices/price-series.ts'
import type { Importer, Recognised, StageContext, Staged } from '../importer.ts'
import type { SourceFile } from '../source/source-file.ts'
import { stampSeconds } from './cell-values.ts'
import { PRICE_LAYOUTS } from './layouts/price-layouts.ts'
import { type PriceHead, priceHead } from './price-head.ts'
import type { PriceLayout } from './price-layout.ts'
import { PriceSink } from './price-sink.ts'
import { PriceStaging } from './price-staging.ts'
import { PriceSummary } from './price-summary.ts'
import { type PriceTable, tableHeads } from './price-tables.ts'

interface Found {
  readonly layout: PriceLayout
  readonly head: PriceHead
  readonly tables: readonly { readonly table: PriceTable; readonly head: PriceHead }[]
}

const MOST_LISTED = 1_000
const RUN_NAMES: Readonly<Record<PriceRun, string>> = {
  day_ahead: 'day-ahead',
  real_time: 'real-time',
  retail: 'retail',
}

/** Files of market prices, one importer for each layout. */
export const priceImporters: readonly Importer[] = PRICE_LAYOUTS.map((layout) => ({
  id: layout.id,
  async recognise(source) {
    const found = await findPrices(source)
    return found?.layout === layout ? recognised(source, found) : null
  },
}))

// Every layout asks the same file; its head is read once.
const FOUND = new WeakMap<SourceFile, Promise<Found | null>>()

function findPrices(source: SourceFile): Promise<Found | null> {
  let found = FOUND.get(source)
  if (!found) {
    found = lookFor(source)
    FOUND.set(source, found)
  }
  return found
}

async function lookFor(source: SourceFile): Promise<Found | null> {
  const tables: { table: PriceTable; head: PriceHead }[] = []
  let layout: PriceLayout | undefined
  for (const { table, rows } of await tableHeads(source)) {
    const head = priceHead(rows)
    if (!head || (layout && head.layout !== layout)) {
      // A workbook of something else is known by its first sheets; a year of prices may end in an empty one.
      if (!layout && tables.length === 0 && source.content !== 'workbook') return null
      continue
    }
    layout = head.layout
    tables.push({ table, head })
  }
  const [first] = tables
  return layout && first ? { layout, head: first.head, tables } : null
}

function recognised(source: SourceFile, found: Found): Recognised {
  const { layout, head } = found
  const run = layout.runOf?.(head.column, head.firstRow, head.before)
  const name = run === undefined || run === 'retail' ? layout.title : `${layout.title}, ${RUN_NAMES[run]}`
  const from = head.firstRow.map(stampSeconds).find((each) => each !== null && each > 0)
  return {
    format: layout.id,
    kind: 'prices',
    title: from ? `${name}, from ${new Date(from * 1_000).toISOString().slice(0, 10)}` : name,
    dataSetName: name,
    attribution: layout.attribution,
    asOf: null,
    notes: layout.isVerified
      ? []
      : [`The layout of ${layout.market} prices is read by its documentation; compare a few prices with the source.`],
    stage: (context) => stage(source, found, context),
  }
}

async function stage(source: SourceFile, found: Found, context: StageContext): Promise<Staged> {
  const sink = new PriceSink(source.name)
  const summary = new PriceSummary()
  const rejected: RejectedRow[] = []
  let rejectedCount = 0
  for (const { table, head } of found.tables) {
    const rows = found.layout.open({ ...head, sink })
    let rowsRead = 0
    for await (const batch of table.batches()) {
      for (const { row, cells } of batch.rows) {
        if (row <= head.headerRow) continue
        const outcome = rows.read(cells, summary.tell)
        if (outcome === 'skip') continue
        rowsRead++
        if (outcome === null) continue
        rejectedCount++
        if (rejected.length < MOST_LISTED) rejected.push({ row, column: outcome.column, reason: outcome.reason })
      }
      context.progress(batch.done, table.total)
      const turn = context.turn()
      if (turn) await turn
    }
    summary.rows += rowsRead
    const problem = rows.end?.(rowsRead)
    if (problem) throw new AppError('bad_input', `"${source.name}" ${problem}.`)
  }
  const series = sink.finish()
  return new PriceStaging(context.db, {
    market: found.layout.market,
    series,
    records: summary.rows,
    rejected,
    rejectedCount,
    summary: { ...summary.toJson(), ...span(series) },
  })
}

function span(series: ReturnType<PriceSink['finish']>): Record<string, unknown> {
  let [from, to, intervals] = [Infinity, -Infinity, 0]
  for (const { starts, intervalSeconds } of series) {
    intervals += starts.length
    from = Math.min(from, starts[0] ?? Infinity)
    to = Math.max(to, (starts.at(-1) ?? -Infinity) + intervalSeconds)
  }
  const iso = (seconds: number) => (Number.isFinite(seconds) ? new Date(seconds * 1_000).toISOString() : null)
  return { intervals, fromUtc: iso(from), toUtc: iso(to) }
}
