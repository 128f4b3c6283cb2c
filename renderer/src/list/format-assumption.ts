import type { AssumptionDef } from '../../../shared/domain/scenario/assumptions.ts'
import { formatNumber, formatPercent, formatUsd } from '../../../shared/format/format-quantity.ts'

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

/** A change as it is added: +$5.00/MWh, −$3.50/MWh, "as known" at zero. */
export function formatChange(def: AssumptionDef, value: number): string {
  if (value === 0) return 'as known'
  return value > 0 ? `+${formatAssumption(def, value)}` : formatAssumption(def, value)
}

/** A step that makes about a hundred even stops between low and high: 1, 2 or 5 times a power of ten. */
export function assumptionStep({ low, high }: AssumptionDef): number {
  const rough = (high - low) / 100
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [5, 2, 1].find((each) => each * power <= rough) ?? 1
  return factor * power
}

/** The value at the nearest step, free of the dust of binary fractions. */
export function roundToStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12))
}

function isShare({ unit, min, max }: AssumptionDef): boolean {
  return (unit === '' || unit === '/yr') && min >= -1 && max <= 3 && !(unit === '' && max > 1)
}

function decimalsOf(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 1_000) return 0
  return size >= 100 ? 1 : 2
}
