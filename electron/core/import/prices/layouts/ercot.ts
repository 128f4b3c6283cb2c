import { utcOfWall } from '../../../../../shared/domain/prices/market-clock.ts'
import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import { badCell, hourEnding, isBlank, priceOf, SKIPPED_HOUR, stampSeconds, textOf } from '../cell-values.ts'
import type { LayoutContext, PriceLayout, PriceRows } from '../price-layout.ts'

const DATE = ['Delivery Date']
const NAME = ['Settlement Point Name', 'Settlement Point']
const PRICE = ['Settlement Point Price']
const REPEATED = ['Repeated Hour Flag', 'DST Flag']
const ATTRIBUTION = 'ERCOT'

/** Settlement point prices of every 15 minutes, by year or by interval. */
export const ercotRealTime: PriceLayout = {
  id: 'prices.ercot-rtm',
  market: 'ERCOT',
  title: 'ERCOT real-time settlement point prices',
  attribution: ATTRIBUTION,
  isVerified: true,
  required: [DATE, ['Delivery Hour'], ['Delivery Interval'], NAME, PRICE],
  open: (context) => ercotRows(context, 'real_time', 900),
}

/** Hourly prices of the day-ahead market. */
export const ercotDayAhead: PriceLayout = {
  id: 'prices.ercot-dam',
  market: 'ERCOT',
  title: 'ERCOT day-ahead settlement point prices',
  attribution: ATTRIBUTION,
  isVerified: true,
  required: [DATE, ['Hour Ending'], NAME, PRICE],
  open: (context) => ercotRows(context, 'day_ahead', 3_600),
}

function ercotRows({ column, header, sink }: LayoutContext, run: PriceRun, seconds: number): PriceRows {
  const at = {
    date: column(...DATE) ?? -1,
    hour: column('Delivery Hour', 'Hour Ending') ?? -1,
    interval: column('Delivery Interval'),
    name: column(...NAME) ?? -1,
    type: column('Settlement Point Type'),
    price: column(...PRICE) ?? -1,
    repeated: column(...REPEATED),
  }
  return {
    read(cells, tell) {
      if (isBlank(cells[at.date]) && isBlank(cells[at.price])) return 'skip'
      const date = stampSeconds(cells[at.date])
      if (date === null) return badCell(header[at.date], cells[at.date], 'a date such as 01/31/2022')
      const hour = hourEnding(cells[at.hour])
      if (hour === null || hour.hour > 24) return badCell(header[at.hour], cells[at.hour], 'an hour from 1 to 24')
      const interval = at.interval === undefined ? 1 : Number(textOf(cells[at.interval]))
      if (!(interval >= 1 && interval <= 4))
        return badCell(header[at.interval ?? -1], cells[at.interval ?? -1], 'an interval from 1 to 4')
      const name = textOf(cells[at.name])
      if (name === '') return badCell(header[at.name], '', 'a settlement point')
      const price = priceOf(cells[at.price])
      if (price === null) return badCell(header[at.price], cells[at.price], 'a price')
      const isSecond = at.repeated !== undefined && textOf(cells[at.repeated]).toUpperCase() === 'Y'
      const start = utcOfWall('central', date + (hour.hour - 1) * 3_600 + (interval - 1) * 900, isSecond)
      if (start === null) return SKIPPED_HOUR
      tell(name, price)
      sink.add(run, name, at.type === undefined ? '' : textOf(cells[at.type]), start, seconds, price)
      return null
    },
  }
}
