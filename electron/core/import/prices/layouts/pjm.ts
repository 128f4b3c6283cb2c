import { utcOfWall } from '../../../../../shared/domain/prices/market-clock.ts'
import type { PriceRun } from '../../../../../shared/domain/prices/price-series.ts'
import { badCell, isBlank, priceOf, SKIPPED_HOUR, stampSeconds, textOf } from '../cell-values.ts'
import type { LayoutContext, PriceLayout, PriceRows } from '../price-layout.ts'

const NAME = ['pnode_name']
const UTC = ['datetime_beginning_utc']
const EASTERN = ['datetime_beginning_ept']

export const pjmDayAhead: PriceLayout = {
  id: 'prices.pjm-da-lmp',
  market: 'PJM',
  title: 'PJM day-ahead hourly LMP',
  attribution: 'PJM Interconnection',
  isVerified: true,
  required: [[...UTC, ...EASTERN], NAME, ['total_lmp_da']],
  open: (context) => pjmRows(context, 'day_ahead', 'total_lmp_da', 3_600),
}

/** Hourly, or of every five minutes where each hour has twelve rows. */
export const pjmRealTime: PriceLayout = {
  id: 'prices.pjm-rt-lmp',
  market: 'PJM',
  title: 'PJM real-time LMP',
  attribution: 'PJM Interconnection',
  isVerified: true,
  required: [[...UTC, ...EASTERN], NAME, ['total_lmp_rt']],
  open: (context) => pjmRows(context, 'real_time', 'total_lmp_rt', 3_600),
}

function pjmRows(context: LayoutContext, run: PriceRun, priceName: string, seconds: number): PriceRows {
  const { column, header, sink } = context
  const utc = column(...UTC)
  const time = utc ?? column(...EASTERN) ?? -1
  const at = { name: column(...NAME) ?? -1, price: column(priceName) ?? -1, type: column('type') }
  const current = column('row_is_current')
  return {
    read(cells, tell) {
      if (isBlank(cells[time]) && isBlank(cells[at.price])) return 'skip'
      const stamp = stampSeconds(cells[time])
      if (stamp === null) return badCell(header[time], cells[time], 'a time such as 1/1/2025 5:00:00 AM')
      const name = textOf(cells[at.name])
      if (name === '') return badCell(header[at.name], '', 'the name of a node')
      const price = priceOf(cells[at.price])
      if (price === null) return badCell(header[at.price], cells[at.price], 'a price')
      const type = at.type === undefined ? '' : textOf(cells[at.type])
      const start = utc === undefined ? easternStart(stamp, sink.latest(run, name, type)) : stamp
      if (start === null) return SKIPPED_HOUR
      tell(name, price)
      // A price that was corrected later stays in the feed beside the one that holds.
      if (current !== undefined && /^false$/i.test(textOf(cells[current]))) return null
      sink.add(run, name, type, start, seconds, price)
      return null
    },
  }
}

/** The Eastern column repeats an hour without a mark: what does not come after the last row is its second run. */
function easternStart(wall: number, latest: number): number | null {
  const first = utcOfWall('eastern', wall, false)
  return first !== null && first <= latest ? utcOfWall('eastern', wall, true) : first
}
