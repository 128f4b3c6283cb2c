/** Median years from a large-load application to power, and how agreements hold, by grid region. */
export interface GridRegion {
  readonly id: string
  readonly medianYears: number
  /** True where executed agreements are completed more often. */
  readonly hasFirmAgreements: boolean
}

/**
 * Dominion and the national figure are published (Bloomberg, JLL); the others are assumptions shaded by Enverus'
 * generator averages. The last entry stands for every other place.
 */
export const GRID_REGIONS: readonly GridRegion[] = [
  { id: 'ERCOT', medianYears: 3, hasFirmAgreements: true },
  { id: 'PJM', medianYears: 4.5, hasFirmAgreements: false },
  { id: 'MISO', medianYears: 4, hasFirmAgreements: true },
  { id: 'SPP', medianYears: 4, hasFirmAgreements: false },
  { id: 'CAISO', medianYears: 6, hasFirmAgreements: true },
  { id: 'NYISO', medianYears: 5, hasFirmAgreements: false },
  { id: 'ISO-NE', medianYears: 4, hasFirmAgreements: false },
  { id: 'SERC', medianYears: 3.5, hasFirmAgreements: false },
  { id: 'DOMINION', medianYears: 6, hasFirmAgreements: false },
  { id: 'elsewhere', medianYears: 4, hasFirmAgreements: false },
]

/**
 * Position in GRID_REGIONS of a grid operator's name as catalogs write it ("SERC/non-ISO" is SERC). Dominion's zone of
 * PJM waits longer than the rest, where the name says so ("PJM/Dominion", "PJM DOM", "Virginia Electric and Power").
 */
export function gridRegionOf(gridOperator: string): number {
  const upper = gridOperator.toUpperCase()
  const name = DOMINION_NAMES.test(upper) ? 'DOMINION' : (upper.split('/')[0] ?? '')
  const index = GRID_REGIONS.findIndex((region) => region.id === name)
  return index < 0 ? GRID_REGIONS.length - 1 : index
}

const DOMINION_NAMES = /\b(?:DOMINION|PJM[ /-]?DOM|VEPCO|VIRGINIA ELECTRIC)\b/
