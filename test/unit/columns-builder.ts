import { CategoryBuilder } from '../../shared/columns/category-builder.ts'
import {
  CATEGORY_COLUMNS,
  type CategoryColumn,
  type CategoryValues,
  NUMBER_COLUMNS,
  type NumberColumn,
  type SiteColumns,
} from '../../shared/columns/site-columns.ts'

/** What a test says of a site; everything left out is unknown. */
export type SiteSketch = Partial<Record<NumberColumn, number>> &
  Partial<Record<CategoryColumn, string>> & { readonly id?: string; readonly name?: string }

/** Columns as the catalog would pack them. */
export function buildColumns(sites: readonly SiteSketch[]): SiteColumns {
  const numbers = {} as Record<NumberColumn, Float64Array>
  for (const column of NUMBER_COLUMNS) numbers[column] = Float64Array.from(sites, (site) => site[column] ?? Number.NaN)
  const categories = {} as Record<CategoryColumn, CategoryValues>
  for (const column of CATEGORY_COLUMNS) {
    const builder = new CategoryBuilder(sites.length)
    sites.forEach((site, row) => {
      builder.set(row, site[column] ?? null)
    })
    categories[column] = builder.done()
  }
  return {
    revision: 1,
    count: sites.length,
    ids: sites.map((site, row) => site.id ?? `site-${row}`),
    names: sites.map((site, row) => site.name ?? `Site ${row}`),
    numbers,
    categories,
  }
}

/** A 200 MW Texas mine that runs and passes every gate. */
export const SURVEYED_MINE: SiteSketch = {
  kind: 'mining',
  status: 'operating',
  state: 'TX',
  country: 'US',
  gridOperator: 'ERCOT',
  energizedMw: 200,
  mwRungLevel: 5,
  queueStatus: 'energized',
  powerPriceUsdPerMwh: 45,
  gridVoltageKv: 138,
  substationDistanceMi: 0.5,
  serviceFirmness: 'firm',
  landAcres: 300,
  floodZone: 'X',
  zoning: 'industrial',
  waterBasin: 'unrestricted',
  fiberDistanceMi: 2,
  fiberRoutes: 2,
}
