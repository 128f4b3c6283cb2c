import type { AssumptionRow } from './assumption-row.ts'

/** Income tax. Values are before tax while the rate is 0, as the published deals are told. */
export const TAX_ASSUMPTIONS = {
  incomeTaxRate: [
    'Income tax',
    '',
    0,
    0,
    0.28,
    0,
    0.6,
    'Off: values are before tax; the federal rate of the United States is 21%, states add 0 to 9%',
  ],
  equipmentWriteOffYears: [
    'Write-off of ASICs and GPUs',
    'years',
    5,
    1,
    7,
    1,
    20,
    'Five-year class of computing equipment, taken evenly; no bonus in the first year',
  ],
  hallWriteOffYears: [
    'Write-off of AI halls and grid works',
    'years',
    15,
    10,
    39,
    1,
    50,
    'Land improvements and switchgear 15 years, buildings 39; taken evenly',
  ],
} as const satisfies Record<string, AssumptionRow>
