import { dateSeconds } from '../../../../../shared/domain/prices/market-clock.ts'
import { badCell, isBlank, priceOf, textOf } from '../cell-values.ts'
import type { PriceLayout } from '../price-layout.ts'

const SECTORS = ['Residential', 'Commercial', 'Industrial', 'Transportation', 'Other', 'Total'] as const
/** $/MWh in a cent per kWh. */
const USD_PER_MWH = 10
const YEAR_SECONDS = 365 * 86_400

/** What end users paid on average by state, year and sector, in cents per kWh. */
export const eiaRetail: PriceLayout = {
  id: 'prices.eia-retail',
  market: 'EIA',
  title: 'EIA average retail price of electricity by state',
  attribution: 'U.S. Energy Information Administration',
  isVerified: true,
  required: [['Year'], ['State'], ['Industry Sector Category'], ['Industrial'], ['Total']],
  refuses: (textAbove) => /revenue|sales|megawatthours|customers/i.test(textAbove) && !/price/i.test(textAbove),
  runOf: () => 'retail',
  open({ column, header, sink }) {
    const at = { year: column('Year') ?? -1, state: column('State') ?? -1, total: column('Total') ?? -1 }
    const category = column('Industry Sector Category') ?? -1
    const sectors = SECTORS.map((sector) => ({ sector, index: column(sector) }))
    return {
      read(cells, tell) {
        if (isBlank(cells[at.year]) || isBlank(cells[at.state])) return 'skip'
        const year = Number(textOf(cells[at.year]))
        if (!(Number.isInteger(year) && year >= 1970 && year <= 2100))
          return badCell(header[at.year], cells[at.year], 'a year')
        const total = priceOf(cells[at.total])
        if (total !== null) tell(textOf(cells[at.state]), total)
        // The other categories split the industry by who sells; what a state's users pay is the whole.
        if (!/^total electric industry$/i.test(textOf(cells[category]))) return null
        for (const { sector, index } of sectors) {
          const price = index === undefined ? null : priceOf(cells[index])
          // A sector without sales has the price 0.
          if (price === null || price === 0) continue
          const start = dateSeconds(year, 1, 1)
          sink.add('retail', textOf(cells[at.state]), sector, start, YEAR_SECONDS, price * USD_PER_MWH)
        }
        return null
      },
    }
  },
}
