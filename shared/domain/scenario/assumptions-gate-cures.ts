import type { AssumptionRow } from './assumption-row.ts'

/** What it costs, and how long it takes, to put a failed gate right. */
export const GATE_CURE_ASSUMPTIONS = {
  landUsdPerAcre: [
    'Land next to a site',
    '$/acre',
    15_000,
    3_000,
    244_000,
    0,
    5_000_000,
    'Assumption for rural land; Cushman & Wakefield 2024 found 235-244k in data-center markets',
  ],
  landPurchaseMonths: ['Buying land', 'months', 6, 3, 12, 0, 120, 'Assumption'],
  transformerLeadMonths: [
    'Wait for a power transformer',
    'months',
    29.5,
    12,
    48,
    0,
    120,
    'Wood Mackenzie: 128 weeks, up to four years',
  ],
  lineBuildMonths: ['Permit and build a transmission line', 'months', 36, 24, 60, 0, 240, 'Assumption'],
  fiberBuildMonths: ['Permit and build long-haul fiber', 'months', 12, 6, 24, 0, 120, 'Assumption'],
  rezoningMonths: ['Rezoning', 'months', 12, 6, 24, 0, 120, 'Assumption; it can be refused'],
  noiseAbatementUsdPerMw: [
    'Noise wall or immersion near homes',
    '$/MW',
    55_000,
    30_000,
    80_000,
    0,
    1_000_000,
    'Assumption',
  ],
} as const satisfies Record<string, AssumptionRow>
