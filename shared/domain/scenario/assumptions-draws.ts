import type { AssumptionRow } from './assumption-row.ts'

/** What only the draws of "how sure" read: no value and no rank of the scenario itself depends on it. */
export const DRAW_ASSUMPTIONS = {
  btcJumpsPerYear: [
    'Jumps of the Bitcoin price, 0 for none',
    'a year',
    0,
    0,
    15,
    0,
    20,
    'Assumption, off: steady volatility alone; daily closes of 2018-2024 show 2.2 a year beyond four standard deviations, those of 2020-2026 15 beyond three',
  ],
  btcJumpMean: [
    'Mean size of a jump',
    'log',
    -0.056,
    -0.1,
    0.02,
    -0.5,
    0.5,
    'Daily closes of 2018-2024, jumps beyond four standard deviations',
  ],
  btcJumpSd: [
    'Spread of the size of jumps',
    'log sd',
    0.186,
    0.1,
    0.25,
    0,
    0.5,
    'Daily closes: 0.186 beyond four standard deviations in 2018-2024, 0.107 beyond three in 2020-2026',
  ],
} as const satisfies Record<string, AssumptionRow>
