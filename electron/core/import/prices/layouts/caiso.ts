import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import { badCell, isBlank, priceOf, stampSeconds, textOf } from '../cell-values.ts'
import type { PriceLayout } from '../price-layout.ts'

const START = ['INTERVALSTARTTIME_GMT']
const END = ['INTERVALENDTIME_GMT']
/** The price stands in a column named MW in day-ahead files, and VALUE or PRC in real-time ones. */
const PRICE = ['VALUE', 'PRC', 'MW']
const NODE = ['NODE', 'NODE_ID']

export const caisoLmp: PriceLayout = {
  id: 'prices.caiso-lmp',
  market: 'CAISO',
  title: 'CAISO OASIS LMP',
  attribution: 'California ISO',
  isVerified: true,
  required: [START, END, NODE, ['LMP_TYPE'], PRICE],
  open({ column, header, sink }) {
    const at = {
      start: column(...START) ?? -1,
      end: column(...END) ?? -1,
      node: column(...NODE) ?? -1,
      type: column('LMP_TYPE') ?? -1,
      price: column(...PRICE) ?? -1,
      run: column('MARKET_RUN_ID'),
    }
    return {
      read(cells, tell) {
        if (isBlank(cells[at.start]) && isBlank(cells[at.price])) return 'skip'
        const start = stampSeconds(cells[at.start])
        if (start === null)
          return badCell(header[at.start], cells[at.start], 'a time such as 2020-01-02T01:00:00-00:00')
        const end = stampSeconds(cells[at.end])
        if (end === null || end <= start) return badCell(header[at.end], cells[at.end], 'a time after the beginning')
        const name = textOf(cells[at.node])
        if (name === '') return badCell(header[at.node], '', 'the name of a node')
        const price = priceOf(cells[at.price])
        if (price === null) return badCell(header[at.price], cells[at.price], 'a price')
        tell(name, price)
        // The components of a price have rows of their own; the price is their sum.
        if (textOf(cells[at.type]).toUpperCase() !== 'LMP') return null
        const run: PriceRun =
          at.run === undefined || textOf(cells[at.run]).toUpperCase() === 'DAM' ? 'day_ahead' : 'real_time'
        sink.add(run, name, '', start, end - start, price)
        return null
      },
    }
  },
}
