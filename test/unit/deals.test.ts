import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CsvParser } from '../../electron/core/import/csv-parser.ts'
import { contractRevenueUsdPerMwYear } from '../../shared/domain/conversion/contract-revenue.ts'
import { grossToIt } from '../../shared/domain/conversion/gross-to-it.ts'
import { dealFigures } from '../../shared/domain/deals/deal-figures.ts'
import { dealTable } from '../../shared/domain/deals/deal-table.ts'
import type { DealFigures, PublishedDeal } from '../../shared/domain/deals/published-deal.ts'
import { PUBLISHED_DEALS } from '../../shared/domain/deals/published-deals.ts'
import { hasSharedFolder } from './shared-folder.ts'

function deal(name: string): PublishedDeal {
  const found = PUBLISHED_DEALS.find((each) => each.name.startsWith(name))
  if (!found) throw new Error(`No deal ${name}.`)
  return found
}

function off(model: number, published: number): number {
  return Math.abs(model / published - 1)
}

describe('the model against published deals', () => {
  it('finds the first and the average year of the Helios lease in its contract value', () => {
    const { published, ...terms } = deal('Galaxy')
    const model = dealFigures(terms)
    expect(off(model.year1RevenueUsdPerYear, published.year1RevenueUsdPerYear ?? 0)).toBeLessThan(0.01)
    expect(off(model.averageRevenueUsdPerYear, published.averageRevenueUsdPerYear ?? 0)).toBeLessThan(1e-9)
    const fromYear1 = dealFigures({ ...terms, year1RentUsdPerMwYear: 240_000_000 / 133 })
    expect(fromYear1.averageRevenueUsdPerYear / 1e6).toBeCloseTo(297.6, 1)
    expect(model.year1YieldOnCost).toBeCloseTo(0.1365, 3)
  })

  it('finds the rent and the net operating income of River Bend', () => {
    const model = dealFigures(deal('Hut 8'))
    expect(model.year1RentUsdPerKwMonth).toBeCloseTo(128.0, 1)
    expect(off(model.averageNoiUsdPerYear, 454e6)).toBeLessThan(0.015)
    expect(off(454e6 / 245, 1.85e6)).toBeLessThan(0.005)
  })

  it('finds the yield that TeraWulf gave for Core42, and the income it gave for Fluidstack', () => {
    const core42 = dealFigures(deal('TeraWulf, Lake Mariner, Core42'))
    expect(core42.year1RentUsdPerKwMonth).toBe(125)
    expect(core42.year1YieldOnCost).toBeCloseTo(0.175, 10)
    const fluidstack = dealFigures(deal('TeraWulf, Lake Mariner, Fluidstack'))
    expect(off(fluidstack.averageNoiUsdPerYear, 315e6)).toBeLessThan(0.005)
    expect(fluidstack.averageYieldOnCost).toBeCloseTo(0.175, 3)
  })

  it('overstates the income of a small retrofit whose margin nobody published by less than 7%', () => {
    const model = dealFigures(deal('Riot'))
    expect(model.averageNoiUsdPerYear).toBeGreaterThan(25e6)
    expect(off(model.averageNoiUsdPerYear, 25e6)).toBeLessThan(0.07)
  })

  it('finds $2.91 a GPU-hour in the IREN contract', () => {
    const model = dealFigures(deal('IREN'))
    expect(model.gpuHourUsd).toBeCloseTo(2.914, 3)
    expect(model.averageRevenueUsdPerYear / 200).toBeCloseTo(9.7e6, 0)
  })

  it('leaves a figure out rather than guess an input', () => {
    const model = dealFigures(deal('Core Scientific'))
    expect(model.year1RentUsdPerKwMonth).toBeCloseTo(97.9, 1)
    expect(model.averageNoiUsdPerYear).toBeNaN()
    expect(model.year1YieldOnCost).toBeNaN()
    expect(model.gpuHourUsd).toBeNaN()
    const nothing = dealFigures({ ...deal('Riot'), contractValueUsd: null })
    expect(nothing.year1RevenueUsdPerYear).toBeNaN()
  })

  it('is what the README shows, figure for figure', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(dealTable(PUBLISHED_DEALS))
  })
})

describe.runIf(hasSharedFolder())('every published deal with a value and a term', () => {
  const rows = hasSharedFolder() ? publishedRows() : []
  const priced = rows.filter((row) => row['contract_value_usd'] !== '' && row['term_years'] !== '')
  const leases = priced.filter((row) => row['mw_critical_it'] !== '' && row['company'] !== 'IREN')

  it.for(priced.filter((row) => megawatts(row) > 0 && row['revenue_usd_per_mw_year'] !== ''))(
    '$company, $tenant: average revenue a megawatt',
    (row) => {
      const model = contractRevenueUsdPerMwYear(
        Number(row['contract_value_usd']),
        megawatts(row),
        Number(row['term_years']),
      )
      // The table rounds to the dollar.
      expect(Math.abs(model - Number(row['revenue_usd_per_mw_year']))).toBeLessThanOrEqual(0.5)
      const figures = figuresOf(row)
      expect(figures.averageRevenueUsdPerYear / megawatts(row) / model).toBeCloseTo(1, 12)
    },
  )

  it('puts the median first-year rent of the twenty tranches at about $125/kW-month', () => {
    const rents = leases
      .filter((row) => !row['tenant']?.includes('cumulative'))
      .map((row) => figuresOf(row).year1RentUsdPerKwMonth)
    const all = [...rents, dealFigures(deal('TeraWulf, Lake Mariner, Core42')).year1RentUsdPerKwMonth].sort(
      (a, b) => a - b,
    )
    expect(all).toHaveLength(20)
    expect(((all[9] ?? 0) + (all[10] ?? 0)) / 2).toBeCloseTo(126.6, 1)
    expect(all[0]).toBeCloseTo(90.4, 1)
    expect(all[19]).toBeCloseTo(157.2, 1)
  })

  it('agrees with the deals kept beside the model', () => {
    for (const each of PUBLISHED_DEALS.filter(({ contractValueUsd }) => contractValueUsd !== null)) {
      const row = priced.find(
        (candidate) =>
          Number(candidate['contract_value_usd']) === each.contractValueUsd &&
          Number(candidate['mw_critical_it']) === each.itMw,
      )
      expect(row?.['announced']?.slice(0, 7), each.name).toBe(each.announced.slice(0, 7))
      expect(Number(row?.['term_years']), each.name).toBe(each.termYears)
    }
  })

  it('finds gross megawatts of 1.2 to 1.52 for each critical IT megawatt', () => {
    const ratios = rows
      .filter((row) => row['mw_critical_it'] !== '' && row['mw_gross'] !== '')
      .map((row) => grossToIt(Number(row['mw_gross']), Number(row['mw_critical_it'])))
    expect(ratios.length).toBeGreaterThanOrEqual(8)
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1.2)
    expect(Math.max(...ratios)).toBeLessThanOrEqual(1.53)
  })
})

type Row = Readonly<Record<string, string>>

function figuresOf(row: Row): DealFigures {
  return dealFigures({
    name: row['company'] ?? '',
    announced: row['announced'] ?? '',
    itMw: megawatts(row),
    termYears: Number(row['term_years']),
    contractValueUsd: Number(row['contract_value_usd']),
    year1RentUsdPerMwYear: null,
    escalator: 0.03,
    isEscalatorStated: false,
    noiMargin: null,
    costUsd: null,
    gpus: null,
  })
}

function megawatts(row: Row): number {
  return Number(row['mw_critical_it'] || row['mw_gross'])
}

function publishedRows(): readonly Row[] {
  const text = readFileSync(new URL('../../../shared/model/deals.csv', import.meta.url), 'utf8')
  const [head, ...rows] = new CsvParser('deals.csv', ',').push(text, true)
  return rows.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((title, at) => [title, cells[at] ?? ''])))
}
