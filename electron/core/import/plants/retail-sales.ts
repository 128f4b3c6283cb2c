import { priceOf, textOf } from '../prices/cell-values.ts'
import type { Cell } from '../source/workbook.ts'

interface SectorColumns {
  readonly sector: string
  readonly revenue: number
  readonly sales: number
}

/**
 * Adds up EIA-861 sales by sector. Revenue counts Parts A, B, C and D, energy A, B and D: Part C is the delivery of
 * energy that another part already counts.
 */
export class RetailSales {
  readonly #part: number
  readonly #columns: readonly SectorColumns[]
  readonly #sums = new Map<string, { revenueThousandUsd: number; salesMwh: number }>()

  /** @param before the rows above the header: the sectors stand over the columns that they span. */
  constructor(header: readonly Cell[], before: readonly (readonly Cell[])[]) {
    const names = header.map((cell) => textOf(cell).toLowerCase())
    this.#part = names.indexOf('part')
    let sector = ''
    const columns: SectorColumns[] = []
    for (const [index, name] of names.entries()) {
      sector = before.map((row) => textOf(row[index])).find((text) => /^[A-Z]{5,}$/.test(text)) ?? sector
      if (name === 'thousand dollars' && sector !== '')
        columns.push({ sector: sector.toLowerCase(), revenue: index, sales: index + 1 })
    }
    this.#columns = columns
  }

  add(cells: readonly Cell[]): void {
    const isDelivery = textOf(cells[this.#part]).toUpperCase() === 'C'
    for (const { sector, revenue, sales } of this.#columns) {
      const sum = this.#sums.get(sector) ?? { revenueThousandUsd: 0, salesMwh: 0 }
      sum.revenueThousandUsd += priceOf(cells[revenue]) ?? 0
      if (!isDelivery) sum.salesMwh += priceOf(cells[sales]) ?? 0
      this.#sums.set(sector, sum)
    }
  }

  /** By sector, with what a MWh cost on average; null where none was sold. */
  toJson(): Record<string, unknown> {
    return Object.fromEntries(
      [...this.#sums].map(([sector, { revenueThousandUsd, salesMwh }]) => [
        sector,
        {
          revenue_thousand_usd: revenueThousandUsd,
          sales_mwh: salesMwh,
          usd_per_mwh: salesMwh > 0 ? (revenueThousandUsd * 1_000) / salesMwh : null,
        },
      ]),
    )
  }
}
