import type { MapScheme } from '../map-scheme.ts'

// None is near the blue of water, and neighbours are far apart.
const LIGHT: Readonly<Record<string, string>> = {
  ERCOT: '#c8793a',
  PJM: '#6a5fc4',
  MISO: '#5f9e58',
  SPP: '#c65a52',
  CAISO: '#c2a02c',
  NYISO: '#b85a9c',
  'ISO-NE': '#2f9a85',
  SERC: '#8a7d6a',
  WECC: '#7d8790',
}

const DARK: Readonly<Record<string, string>> = {
  ERCOT: '#dd9558',
  PJM: '#8f85e6',
  MISO: '#7fbd77',
  SPP: '#e07a72',
  CAISO: '#d8b94c',
  NYISO: '#d67cba',
  'ISO-NE': '#4fbca6',
  SERC: '#a89a85',
  WECC: '#98a3ad',
}

const OTHER: Readonly<Record<MapScheme, string>> = { light: '#85858c', dark: '#9a9aa2', print: '#85858c' }

/** Hex colour of an operator's counties; operators without a public queue share one. */
export function operatorColor(operator: string, scheme: MapScheme): string {
  const colors = scheme === 'dark' ? DARK : LIGHT
  return Object.hasOwn(colors, operator) ? colors[operator]! : OTHER[scheme]
}

/** Where no market operator runs the grid, the reliability region stands in for one. */
const REGIONS: ReadonlySet<string> = new Set(['SERC', 'WECC'])

/** "ERCOT"; "SERC, no market operator". */
export function operatorText(operator: string): string {
  return REGIONS.has(operator) ? `${operator}, no market operator` : operator
}

/** Whether an operator has a colour of its own. */
export function hasOwnColor(operator: string): boolean {
  return Object.hasOwn(LIGHT, operator)
}

/** Opacity of a shade by what it rests on, as the two last digits of `#rrggbbaa`. */
export const OPERATOR_OPACITY = { county: '66', state: '33' } as const
