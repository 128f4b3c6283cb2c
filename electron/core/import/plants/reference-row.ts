import { priceOf, textOf } from '../prices/cell-values.ts'
import type { ColumnFinder } from '../prices/price-layout.ts'
import type { Cell } from '../source/workbook.ts'
import { stageOfStatus, statusCode } from './unit-stage.ts'

/** What a row of any schedule says in the catalog's own terms. */
export interface ReferenceRow {
  readonly plantId: string | null
  readonly unitId: string | null
  readonly utilityId: string | null
  readonly name: string | null
  readonly state: string | null
  readonly county: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly status: string | null
  readonly stage: string | null
  readonly capacityMw: number | null
  readonly retirementYear: number | null
}

const COLUMNS = {
  plantId: ['Plant Code', 'Plant ID'],
  unitId: ['Generator ID'],
  utilityId: ['Utility ID', 'Utility Number', 'Entity ID'],
  plantName: ['Plant Name'],
  utilityName: ['Utility Name', 'Entity Name'],
  state: ['State', 'Plant State'],
  county: ['County'],
  latitude: ['Latitude'],
  longitude: ['Longitude'],
  status: ['Status'],
  capacityMw: ['Nameplate Capacity (MW)'],
  retirementYear: ['Retirement Year', 'Planned Retirement Year'],
} as const satisfies Record<string, readonly string[]>

/** Makes the reader of a sheet's rows from its header. */
export function referenceReader(column: ColumnFinder, sheet: string): (cells: readonly Cell[]) => ReferenceRow {
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([key, names]) => [key, column(...names) ?? -1])) as Record<
    keyof typeof COLUMNS,
    number
  >
  return (cells) => {
    const text = (index: number) => given(cells[index])
    const statusText = text(at.status)
    // Some sheets have no column of it and are all one status.
    const status = statusText === null ? (/^retired/i.test(sheet) ? 'RE' : null) : statusCode(statusText)
    const [latitude, longitude] = [within(cells[at.latitude], 90), within(cells[at.longitude], 180)]
    const hasPosition = latitude !== null && longitude !== null
    const year = priceOf(cells[at.retirementYear])
    return {
      plantId: text(at.plantId),
      unitId: text(at.unitId),
      utilityId: text(at.utilityId),
      name: text(at.plantName) ?? text(at.utilityName),
      state: text(at.state),
      county: text(at.county),
      latitude: hasPosition ? latitude : null,
      longitude: hasPosition ? longitude : null,
      status,
      stage: status === null ? null : stageOfStatus(status),
      capacityMw: priceOf(cells[at.capacityMw]),
      retirementYear: year !== null && Number.isInteger(year) && year >= 1950 && year <= 2150 ? year : null,
    }
  }
}

/** A cell's text; null for what EIA writes where nothing is known: a blank, a dot, NA. */
export function given(cell: Cell | undefined): string | null {
  const text = textOf(cell)
  return text === '' || text === '.' || text === 'NA' ? null : text
}

function within(cell: Cell | undefined, bound: number): number | null {
  const degrees = priceOf(cell)
  return degrees !== null && Math.abs(degrees) <= bound ? degrees : null
}
