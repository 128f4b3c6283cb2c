import type { AssumptionKey } from './assumption-defs.ts'

/** A dated state of the markets. Presets set what is known of a date; everything else stays at its default. */
export interface Preset {
  readonly id: string
  readonly label: string
  /** ISO date, possibly year and month only. */
  readonly date: string
  readonly note: string
  readonly values: Readonly<Partial<Record<AssumptionKey, number>>>
}

export const PRESETS: readonly Preset[] = [
  {
    id: 'story-2024-11-22',
    label: '22 November 2024',
    date: '2024-11-22',
    note: 'Bitcoin near $100,000 before the difficulty caught up. H100 on demand at $2.99, spot resale already under $2.',
    values: {
      btcPriceUsd: 99_660,
      difficultyT: 102.289407543324,
      feeShare: 0.025,
      gpuHourUsd: 2.99,
      valuationYear: 2024.89,
    },
  },
  {
    id: '2024-12-23',
    label: '23 December 2024',
    date: '2024-12-23',
    note: 'Hashprice $55.21 published by Hashrate Index. GPU-hour from the 2025 range of one-year contracts.',
    values: { btcPriceUsd: 93_450, difficultyT: 108.52, feeShare: 0.0289, gpuHourUsd: 2.4, valuationYear: 2024.98 },
  },
  {
    id: '2025-12',
    label: 'December 2025',
    date: '2025-12',
    note: 'Hashprice at a five-year low of $38.2. GPU-hour at the October 2025 low.',
    values: { btcPriceUsd: 91_000, difficultyT: 152, feeShare: 0.0149, gpuHourUsd: 1.7, valuationYear: 2025.95 },
  },
  {
    id: '2026-07',
    label: 'July 2026',
    date: '2026-07-01',
    note: 'No difficulty is known for July 2026: the 152 T of December 2025 are carried over. Enter the current difficulty before you rely on mining values.',
    values: { btcPriceUsd: 60_734, difficultyT: 152, feeShare: 0.025, gpuHourUsd: 2.35, valuationYear: 2026.5 },
  },
]

/** What a catalog opens with: the latest dated market. */
export const DEFAULT_PRESET = '2026-07'

export function findPreset(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id)
}
