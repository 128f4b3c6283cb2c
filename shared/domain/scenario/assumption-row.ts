/** Label, unit, default, likely low and high, hard minimum and maximum, source. */
export type AssumptionRow = readonly [
  label: string,
  unit: string,
  value: number,
  low: number,
  high: number,
  min: number,
  max: number,
  source: string,
]
