import type { AssumptionDef } from '../domain/scenario/assumptions.ts'
import { formatNumber, formatPercent, formatUsd } from './format-quantity.ts'

/** An assumption's value with its unit, as short as it can be read: $125/kW-month, 17.5 J/TH, 35%/yr. */
export function formatAssumption(def: AssumptionDef, value: number): string {
  const { unit, choices } = def
  if (choices !== undefined) return choices[value] ?? String(value)
  if (unit === 'USD' || unit === '$') return formatUsd(value)
  if (unit.startsWith('$/')) return `${formatUsd(value, decimalsOf(value))}/${unit.slice(2)}`
  if (isShare(def)) return `${formatPercent(value, value !== 0 && Math.abs(value) < 0.1 ? 1 : 0)}${unit}`
  if (unit === 'year') return value.toFixed(2)
  return `${formatNumber(value, decimalsOf(value))}${unit === '' ? '' : ` ${unit}`}`
}

function isShare({ unit, min, max }: AssumptionDef): boolean {
  return (unit === '' || unit === '/yr') && min >= -1 && max <= 3 && !(unit === '' && max > 1)
}

function decimalsOf(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 1_000) return 0
  return size >= 100 ? 1 : 2
}
