/**
 * Label, unit, default, likely low and high, hard minimum and maximum, source; and where the assumption is a choice, what
 * its values 0, 1, 2 … stand for.
 */
export type AssumptionRow = readonly [
  label: string,
  unit: string,
  value: number,
  low: number,
  high: number,
  min: number,
  max: number,
  source: string,
  choices?: readonly string[],
]
