import { utcOfWall } from '../../../../../shared/domain/prices/market-clock.ts'
import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import type { Cell } from '../../source/workbook.ts'
import { badCell, priceOf, stampSeconds, textOf } from '../cell-values.ts'
import type { LayoutContext, PriceLayout, PriceRows } from '../price-layout.ts'

/** A day of all nodes: a row for each node and component, a column for each hour ending, Eastern Standard Time. */
export const misoLmp: PriceLayout = {
  id: 'prices.miso-lmp',
  market: 'MISO',
  title: 'MISO hourly LMP',
  attribution: 'MISO',
  isVerified: false,
  required: [['Node'], ['Type'], ['Value'], ['HE 1'], ['HE 24']],
  runOf: (_column, _firstRow, before) => runOf(before),
  open: misoRows,
}

function misoRows({ column, header, before, sink }: LayoutContext): PriceRows {
  const at = { node: column('Node') ?? -1, type: column('Type') ?? -1, value: column('Value') ?? -1 }
  const hours = Array.from({ length: 24 }, (_, index) => column(`HE ${index + 1}`))
  const date = dateAbove(before)
  const run = runOf(before)
  return {
    read(cells, tell) {
      const name = textOf(cells[at.node])
      if (name === '') return 'skip'
      if (textOf(cells[at.value]).toUpperCase() !== 'LMP') return null
      if (date === null) return { column: null, reason: 'has no date: no line above the header holds one' }
      const prices = hours.map((index) => (index === undefined ? null : priceOf(cells[index])))
      const missing = prices.indexOf(null)
      if (missing >= 0)
        return badCell(header[hours[missing] ?? -1] ?? `HE ${missing + 1}`, cells[hours[missing] ?? -1], 'a price')
      prices.forEach((price, hour) => {
        const start = utcOfWall('eastern_standard', date + hour * 3_600, false)
        if (price === null || start === null) return
        tell(name, price)
        sink.add(run, name, textOf(cells[at.type]), start, 3_600, price)
      })
      return null
    },
  }
}

/** The title above the header says which market it is. */
function runOf(before: readonly (readonly Cell[])[]): PriceRun {
  return /day.?ahead/i.test(before.flat().map(textOf).join(' ')) ? 'day_ahead' : 'real_time'
}

function dateAbove(before: readonly (readonly Cell[])[]): number | null {
  for (const row of before)
    for (const cell of row) {
      const found = typeof cell === 'string' ? /\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}/.exec(cell)?.[0] : cell
      const seconds = stampSeconds(found)
      if (seconds !== null) return seconds
    }
  return null
}
