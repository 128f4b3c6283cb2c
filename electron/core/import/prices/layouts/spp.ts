import { utcOfWall } from '../../../../../shared/domain/prices/market-clock.ts'
import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import type { Cell } from '../../source/workbook.ts'
import { badCell, isBlank, priceOf, SKIPPED_HOUR, stampSeconds, textOf } from '../cell-values.ts'
import type { ColumnFinder, PriceLayout } from '../price-layout.ts'

const GMT = ['GMTIntervalEnd', 'GMT Interval End', 'GMT Interval']
const LOCAL = ['Interval']
const NAME = ['Settlement Location', 'Settlement Location Name']

/** Prices by settlement location, stamped with the end of the interval. */
export const sppLmp: PriceLayout = {
  id: 'prices.spp-lmp',
  market: 'SPP',
  title: 'SPP LMP by settlement location',
  attribution: 'Southwest Power Pool',
  isVerified: false,
  required: [[...GMT, ...LOCAL], NAME, ['LMP']],
  runOf,
  open({ column, header, firstRow, sink }) {
    const gmt = column(...GMT)
    const time = gmt ?? column(...LOCAL) ?? -1
    const at = { name: column(...NAME) ?? -1, price: column('LMP') ?? -1 }
    const run = runOf(column, firstRow)
    const seconds = run === 'day_ahead' ? 3_600 : 300
    return {
      read(cells, tell) {
        if (isBlank(cells[time]) && isBlank(cells[at.price])) return 'skip'
        const stamp = stampSeconds(cells[time])
        if (stamp === null) return badCell(header[time], cells[time], 'a time such as 01/31/2024 06:00:00')
        const name = textOf(cells[at.name])
        if (name === '') return badCell(header[at.name], '', 'a settlement location')
        const price = priceOf(cells[at.price])
        if (price === null) return badCell(header[at.price], cells[at.price], 'a price')
        const end = gmt === undefined ? localEnd(stamp, seconds, sink.latest(run, name, '')) : stamp
        if (end === null) return SKIPPED_HOUR
        tell(name, price)
        sink.addEnding(run, name, '', end, seconds, price)
        return null
      },
    }
  },
}

function localEnd(wall: number, seconds: number, latest: number): number | null {
  const begin = utcOfWall('central', wall - seconds, false)
  if (begin === null || begin + seconds > latest) return begin === null ? null : begin + seconds
  const second = utcOfWall('central', wall - seconds, true)
  return second === null ? null : second + seconds
}

/** A day-ahead file begins with the interval that ends at one o'clock, a real-time one with five past. */
function runOf(column: ColumnFinder, firstRow: readonly Cell[]): PriceRun {
  const stamp = stampSeconds(firstRow[column(...LOCAL) ?? column(...GMT) ?? -1])
  return stamp !== null && stamp % 3_600 === 0 ? 'day_ahead' : 'real_time'
}
