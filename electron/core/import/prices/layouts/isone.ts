import { utcOfWall } from '../../../../../shared/domain/prices/market-clock.ts'
import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import type { Cell } from '../../source/workbook.ts'
import { badCell, hourEnding, priceOf, SKIPPED_HOUR, stampSeconds, textOf } from '../cell-values.ts'
import type { LayoutContext, PriceLayout, PriceRows } from '../price-layout.ts'

/** Hourly prices of all locations, each row marked: C comment, H header, D data, T trailer. */
export const isoneLmp: PriceLayout = {
  id: 'prices.isone-lmp',
  market: 'ISO-NE',
  title: 'ISO New England hourly LMP',
  attribution: 'ISO New England',
  isVerified: true,
  required: [['Date'], ['Hour Ending'], ['Location Name'], ['Locational Marginal Price']],
  runOf: (_column, _firstRow, before) => runOf(before),
  open: isoneRows,
}

function isoneRows({ column, header, before, sink }: LayoutContext): PriceRows {
  const at = {
    date: column('Date') ?? -1,
    hour: column('Hour Ending') ?? -1,
    name: column('Location Name') ?? -1,
    type: column('Location Type'),
    price: column('Locational Marginal Price') ?? -1,
  }
  const run = runOf(before)
  // Copies with the marks taken off have data rows only.
  const isMarked = at.date > 0
  let promised: number | undefined
  let marked = 0
  return {
    read(cells, tell) {
      const mark = isMarked ? textOf(cells[0]).toUpperCase() : 'D'
      if (mark === 'T') promised = trailerCount(cells)
      if (mark !== 'D') return 'skip'
      marked++
      const date = stampSeconds(cells[at.date])
      if (date === null) return badCell(header[at.date], cells[at.date], 'a date such as 06/02/2026')
      const hour = hourEnding(cells[at.hour])
      if (hour === null || hour.hour > 24)
        return badCell(header[at.hour], cells[at.hour], 'an hour from 01 to 24, or 02X')
      const name = textOf(cells[at.name])
      if (name === '') return badCell(header[at.name], '', 'the name of a location')
      const price = priceOf(cells[at.price])
      if (price === null) return badCell(header[at.price], cells[at.price], 'a price')
      const start = utcOfWall('eastern', date + (hour.hour - 1) * 3_600, hour.isSecond)
      if (start === null) return SKIPPED_HOUR
      tell(name, price)
      sink.add(run, name, at.type === undefined ? '' : textOf(cells[at.type]), start, 3_600, price)
      return null
    },
    end: () =>
      promised === undefined || promised === marked
        ? null
        : `says in its last line that it has ${promised} rows and has ${marked}, so a part is missing; fetch it again`,
  }
}

/** The comments above the header say which market it is. */
function runOf(before: readonly (readonly Cell[])[]): PriceRun {
  return before.some((row) => /day-ahead/i.test(row.map(textOf).join(' '))) ? 'day_ahead' : 'real_time'
}

function trailerCount(cells: readonly Cell[]): number | undefined {
  const match = /^(\d+) lines?$/i.exec(textOf(cells[1]))
  return match ? Number(match[1]) : undefined
}
