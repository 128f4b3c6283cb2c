import { isRepeatedHour, utcOfWall } from '../../../../../shared/domain/prices/market-clock.ts'
import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import type { Cell } from '../../source/workbook.ts'
import { badCell, isBlank, priceOf, SKIPPED_HOUR, stampSeconds, textOf } from '../cell-values.ts'
import type { ColumnFinder, PriceLayout } from '../price-layout.ts'

const STAMP = ['Time Stamp']
const LBMP = ['LBMP ($/MWHr)', 'LBMP ($/MWH', 'LBMP']

/** Zonal or generator prices as the market information system posts them: a file a day. */
export const nyisoLbmp: PriceLayout = {
  id: 'prices.nyiso-lbmp',
  market: 'NYISO',
  title: 'NYISO LBMP',
  attribution: 'NYISO',
  isVerified: true,
  required: [STAMP, ['Name'], ['PTID'], LBMP],
  runOf,
  open(context) {
    const { column, header, firstRow, sink } = context
    const at = { time: column(...STAMP) ?? -1, name: column('Name') ?? -1, price: column(...LBMP) ?? -1 }
    const run = runOf(column, firstRow)
    return {
      read(cells, tell) {
        if (isBlank(cells[at.time]) && isBlank(cells[at.price])) return 'skip'
        const wall = stampSeconds(cells[at.time])
        if (wall === null) return badCell(header[at.time], cells[at.time], 'a time such as 07/18/2022 00:05:00')
        const name = textOf(cells[at.name])
        if (name === '') return badCell(header[at.name], '', 'the name of a zone')
        const price = priceOf(cells[at.price])
        if (price === null) return badCell(header[at.price], cells[at.price], 'a price')
        // The fall hour carries no mark: what does not come after the zone's last row is its second run.
        const first = utcOfWall('eastern', wall, false)
        const isSecond = first !== null && isRepeatedHour('eastern', wall) && first <= sink.latest(run, name, '')
        const time = isSecond ? utcOfWall('eastern', wall, true) : first
        if (time === null) return SKIPPED_HOUR
        tell(name, price)
        if (run === 'day_ahead') sink.add(run, name, '', time, 3_600, price)
        else sink.addEnding(run, name, '', time, 300, price)
        return null
      },
    }
  },
}

/** Real-time stamps carry seconds; a copy that lost them still has minutes that no hourly file has. */
function runOf(column: ColumnFinder, firstRow: readonly Cell[]): PriceRun {
  const stamp = firstRow[column(...STAMP) ?? -1]
  if (typeof stamp === 'string' && /:\d{2}:\d{2}/.test(stamp)) return 'real_time'
  return (stampSeconds(stamp) ?? 0) % 3_600 === 0 ? 'day_ahead' : 'real_time'
}
