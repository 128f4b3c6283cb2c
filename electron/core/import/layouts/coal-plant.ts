import type { CsvRow } from '../csv-parser.ts'
import { type RowResult, reject, type SiteValues } from '../row-reader.ts'

/** What has become of the generators that a row of the coal plant table adds up. */
export type CoalRowStatus = 'retired' | 'retiring' | 'retooled'

/** One row of the coal plant table: the plant's generators that retire in one year. */
export interface CoalPlantRow {
  readonly row: CsvRow
  readonly values: SiteValues
  readonly status: CoalRowStatus
  readonly source: string
}

/** Reads the status out of a row's source text, where it stands in brackets. */
export function coalRowStatus(row: CsvRow, column: string, source: string): RowResult<CoalRowStatus> {
  const found = /\((retired|retiring|retooled)\)/.exec(source)
  return found
    ? { ok: true, value: found[1] as CoalRowStatus }
    : reject(row, column, 'does not say whether the plant is retired, retiring or retooled')
}

/** The month of the inventory that a source text names, such as "December 2025"; null where it names none. */
export function inventoryMonth(source: string): string | null {
  const month = /\b([A-Z][a-z]+) (\d{4})\b/.exec(source)
  return month ? `${month[1]} ${month[2]}` : null
}

/**
 * The rows of one plant as one site. The rows add up different generators, so their nameplates add up too; the
 * year is that of the last generators to go.
 *
 * A plant with a retirement still to come is a retiring plant. One that is retooled, which means that some
 * generators retired while others or other fuels run on, has its grid connection in use: it counts among the
 * retiring plants, but its status is `operating`, so that nobody takes the connection for free.
 */
export function combineCoalRows(rows: readonly CoalPlantRow[]): SiteValues {
  const statuses = new Set(rows.map((row) => row.status))
  const latest = rows.reduce((best, each) => (yearOf(each) > yearOf(best) ? each : best))
  const nameplates = rows.map((row) => row.values.nameplateGenerationMw).filter((mw) => typeof mw === 'number')
  const values: SiteValues = Object.assign({}, ...rows.map((row) => row.values), latest.values)
  values.name = `${values.name} (coal plant)`
  values.country = 'US'
  values.coordinatePrecision = 'site'
  values.kind = statuses.has('retiring') || statuses.has('retooled') ? 'retiring_plant' : 'retired_plant'
  values.status = statuses.has('retiring') ? 'retiring' : statuses.has('retooled') ? 'operating' : 'retired'
  if (nameplates.length > 0) values.nameplateGenerationMw = tenths(nameplates)
  return values
}

/** The sum without the dust of binary fractions; nameplates are published in tenths of a megawatt. */
function tenths(nameplates: readonly number[]): number {
  return Math.round(nameplates.reduce((sum, mw) => sum + mw, 0) * 1_000) / 1_000
}

function yearOf(row: CoalPlantRow): number {
  return Number(row.values.retirementYear ?? 0)
}
