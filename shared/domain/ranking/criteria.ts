/** The quantities that a ruler can score a site by. */
export const CRITERIA = [
  'value',
  'power_price',
  'megawatts',
  'evidence',
  'time_to_power',
  'grid_voltage',
  'substation',
  'land',
  'fiber',
  'flood',
  'firm_service',
  'zoning',
] as const

export type CriterionId = (typeof CRITERIA)[number]
