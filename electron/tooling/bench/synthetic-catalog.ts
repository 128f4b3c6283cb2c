import { CategoryBuilder } from '../../../shared/columns/category-builder.ts'
import {
  CATEGORY_COLUMNS,
  type CategoryColumn,
  type CategoryValues,
  NUMBER_COLUMNS,
  type NumberColumn,
  type SiteColumns,
} from '../../../shared/columns/site-columns.ts'
import { STATE_INDUSTRIAL_PRICES_USD_PER_MWH } from '../../../shared/domain/power-price/state-industrial-prices.ts'
import { QUEUE_STATUSES, SITE_KINDS, SITE_STATUSES } from '../../../shared/domain/site/site-fields.ts'
import { randomNumbers } from './random-numbers.ts'

const STATES = Object.keys(STATE_INDUSTRIAL_PRICES_USD_PER_MWH)
const OPERATORS = ['ERCOT', 'PJM', 'MISO', 'SPP', 'CAISO', 'NYISO', 'ISO-NE', 'SERC', 'HQ']

type Draw = () => number

/** Numbers of a site that are known to some, by the share of sites that know them, and where they lie. */
const NUMBERS: Partial<Record<NumberColumn, readonly [knownShare: number, low: number, high: number]>> = {
  latitude: [1, 25, 49],
  longitude: [1, -124, -67],
  energizedMw: [0.45, 1, 800],
  plannedMw: [0.5, 5, 1_500],
  queueMw: [0.3, 5, 2_000],
  mwRungLevel: [0.8, 0, 6],
  gridVoltageKv: [0.7, 12, 500],
  substationDistanceMi: [0.6, 0, 12],
  landAcres: [0.7, 10, 2_000],
  fiberDistanceMi: [0.6, 0, 55],
}

/**
 * A catalog of made-up sites, the same for the same count. Two quotes in three sites, each to the last bit different,
 * so that no two share a power price; promised dates are months.
 */
export function syntheticCatalog(count: number): SiteColumns {
  const draw = randomNumbers(20_260_701)
  const numbers = {} as Record<NumberColumn, Float64Array>
  for (const column of NUMBER_COLUMNS) {
    const [known, low, high] = NUMBERS[column] ?? [0, 0, 0]
    numbers[column] = Float64Array.from({ length: count }, () => maybe(draw, known, low + (high - low) * draw()))
  }
  numbers.mwRungLevel = numbers.mwRungLevel.map(Math.floor)
  numbers.powerPriceUsdPerMwh = numbers.powerPriceUsdPerMwh.map(() => maybe(draw, 2 / 3, 18 + 70 * draw()))
  numbers.energizationYear = numbers.energizationYear.map(() => maybe(draw, 0.5, 2025 + Math.floor(84 * draw()) / 12))
  const labels: Partial<Record<CategoryColumn, readonly string[]>> = {
    kind: SITE_KINDS,
    status: SITE_STATUSES,
    state: STATES,
    country: ['US', 'US', 'US', 'CA', ''],
    gridOperator: OPERATORS,
    queueStatus: [...QUEUE_STATUSES, ''],
    serviceFirmness: ['firm', 'firm', 'interruptible', ''],
    floodZone: ['X', 'X', 'X', 'AE', ''],
    zoning: ['industrial', 'industrial', 'unzoned', 'agricultural', 'residential', ''],
    fiber: ['lit', 'near', 'unknown', ''],
  }
  const categories = {} as Record<CategoryColumn, CategoryValues>
  for (const column of CATEGORY_COLUMNS) {
    const builder = new CategoryBuilder(count)
    const choices = labels[column] ?? ['']
    for (let row = 0; row < count; row += 1) builder.set(row, choices[Math.floor(draw() * choices.length)] ?? '')
    categories[column] = builder.done()
  }
  const ids = Array.from({ length: count }, (_, row) => `site-${row}`)
  // As unpacked columns are: see unpack-columns.ts.
  return { revision: 1, count, ids, names: ids, numbers: { ...numbers }, categories }
}

function maybe(draw: Draw, knownShare: number, value: number): number {
  return draw() < knownShare ? value : Number.NaN
}
