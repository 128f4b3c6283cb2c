import type { AssumptionDef } from '../../../shared/domain/scenario/assumptions.ts'
import { formatAssumption } from '../../../shared/format/format-assumption.ts'

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
