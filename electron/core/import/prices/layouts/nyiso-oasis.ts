import { utcOfWall } from '../../../../../shared/domain/prices/market-clock.ts'
import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import { badCell, isBlank, priceOf, SKIPPED_HOUR, stampSeconds, textOf } from '../cell-values.ts'
import type { ColumnFinder, PriceLayout } from '../price-layout.ts'

const DAY_AHEAD = ['DAM Zonal LBMP', 'DAM Gen LBMP']
const REAL_TIME = [
  'RTD Zonal LBMP',
  'RTC Zonal LBMP',
  'RTD Gen LBMP',
  'TWI Zonal LBMP',
  'Real-Time Zonal LBMP',
  'RTC Gen LBMP',
]
const HOUR = ['Eastern Date Hour']
const END = ['RTD End Time Stamp', 'RTC End Time Stamp', 'End Time Stamp']
const NAME = ['Zone Name', 'Generator Name', 'Gen Name']

/** A report that a user put together on NYISO's OASIS. */
export const nyisoOasis: PriceLayout = {
  id: 'prices.nyiso-oasis',
  market: 'NYISO',
  title: 'NYISO OASIS LBMP',
  attribution: 'NYISO',
  isVerified: true,
  required: [[...HOUR, ...END], NAME, [...DAY_AHEAD, ...REAL_TIME]],
  runOf,
  open({ column, header, sink }) {
    const run = runOf(column)
    const end = run === 'day_ahead' ? undefined : column(...END)
    const time = end ?? column(...HOUR) ?? -1
    const zone = column('Eastern Date Hour Time Zone', 'Time Zone')
    const at = { name: column(...NAME) ?? -1, price: column(...(run === 'day_ahead' ? DAY_AHEAD : REAL_TIME)) ?? -1 }
    return {
      read(cells, tell) {
        if (isBlank(cells[time]) && isBlank(cells[at.price])) return 'skip'
        const wall = stampSeconds(cells[time])
        if (wall === null) return badCell(header[time], cells[time], 'a time such as 6/1/24 0:00')
        const name = textOf(cells[at.name])
        if (name === '') return badCell(header[at.name], '', 'the name of a zone')
        const price = priceOf(cells[at.price])
        if (price === null) return badCell(header[at.price], cells[at.price], 'a price')
        const isSecond = zone !== undefined && textOf(cells[zone]).toUpperCase() === 'EST'
        const utc = utcOfWall('eastern', wall, isSecond)
        if (utc === null) return SKIPPED_HOUR
        tell(name, price)
        if (end === undefined) sink.add(run, name, '', utc, 3_600, price)
        else sink.addEnding(run, name, '', utc, 900, price)
        return null
      },
    }
  },
}

function runOf(column: ColumnFinder): PriceRun {
  return column(...DAY_AHEAD) === undefined ? 'real_time' : 'day_ahead'
}
