import { expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { memoInput } from '../support/memo-case.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

test('a price built up from its charges takes the place of the quote wherever sites are ranked', async () => {
  const catalog = tempCatalog()
  await catalog.report(
    sitesCsv([
      { power_price: 60, energy_charge: 30, demand_charge: 7.3, capacity_price: 240 },
      { power_price: 60, demand_charge: 7.3 },
      { energy_charge: -5 },
    ]),
  )
  const { columns } = await memoInput(catalog, 'site-1')
  const prices = Array.from(columns.numbers.powerPriceUsdPerMwh)
  expect(prices.map((price) => Math.round(price * 100) / 100)).toEqual([50, 60, -5])
  expect(Array.from(columns.numbers.demandUsdPerKwMonth)).toEqual([7.3, 7.3, Number.NaN])
})
