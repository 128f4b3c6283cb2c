/**
 * Average price of electricity to industrial customers by US state, $/MWh, for 2023.
 * Source: US Energy Information Administration, Electric Power Annual, released 2024-10-17. The source prints no
 * figure for Wyoming.
 */
export const STATE_INDUSTRIAL_PRICE_YEAR = 2023

/** EIA's average over the United States for the same year, $/MWh (preliminary). */
export const US_INDUSTRIAL_PRICE_USD_PER_MWH = 80.6

export const STATE_INDUSTRIAL_PRICES_USD_PER_MWH: Readonly<Record<string, number>> = {
  AL: 71.1,
  AK: 187.0,
  AZ: 81.1,
  AR: 68.7,
  CA: 186.4,
  CO: 85.0,
  CT: 156.9,
  DE: 78.5,
  DC: 108.5,
  FL: 93.9,
  GA: 68.8,
  HI: 352.8,
  ID: 71.7,
  IL: 82.0,
  IN: 82.4,
  IA: 69.1,
  KS: 76.4,
  KY: 65.5,
  LA: 58.8,
  ME: 123.0,
  MD: 99.4,
  MA: 178.8,
  MI: 81.6,
  MN: 92.0,
  MS: 69.6,
  MO: 79.0,
  MT: 78.0,
  NE: 76.3,
  NV: 103.6,
  NH: 157.6,
  NJ: 116.8,
  NM: 57.5,
  NY: 68.7,
  NC: 71.5,
  ND: 73.7,
  OH: 70.3,
  OK: 62.6,
  OR: 75.2,
  PA: 77.5,
  RI: 189.8,
  SC: 66.8,
  SD: 80.1,
  TN: 62.3,
  TX: 66.0,
  UT: 69.9,
  VT: 112.7,
  VA: 89.2,
  WA: 63.5,
  WV: 72.4,
  WI: 86.8,
}
