import type { MapScheme } from '../map-scheme.ts'

const LIGHT: Readonly<Record<string, string>> = {
  ERCOT: '#c0793a',
  PJM: '#3d7fb8',
  MISO: '#5f9e58',
  SPP: '#b05c8c',
  CAISO: '#c2a02c',
  NYISO: '#7a68b8',
  'ISO-NE': '#3a9c98',
  SERC: '#8a7d6a',
  WECC: '#6f8796',
}

const DARK: Readonly<Record<string, string>> = {
  ERCOT: '#d9955a',
  PJM: '#5b9fd6',
  MISO: '#7fbd77',
  SPP: '#cc7cab',
  CAISO: '#d8b94c',
  NYISO: '#9a89d6',
  'ISO-NE': '#58bdb8',
  SERC: '#a89a85',
  WECC: '#8ba5b5',
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
