/** What a large load pays for, each part in the unit it is billed in. */
export interface PriceParts {
  /** Energy at the hub, $/MWh, and the share of it lost on the way. */
  readonly energyUsdPerMwh: number
  readonly lossShare: number
  /** Price at the site's node less the hub's, $/MWh. */
  readonly basisUsdPerMwh: number
  readonly capacityUsdPerMwDay: number
  /** Load in the system's peak hours over the site's own peak: 1 for AI, near 0 for a mine that stands down. */
  readonly peakLoadShare: number
  readonly transmissionUsdPerKwYear: number
  /** Coincident-peak share that transmission is billed on. */
  readonly transmissionPeakShare: number
  readonly demandUsdPerKwMonth: number
  readonly ridersUsdPerMwh: number
  /** Sales and utility tax on everything above. */
  readonly taxShare: number
  /** Average over peak load, above 0. */
  readonly loadFactor: number
}

export const PRICE_PARTS = ['energy', 'basis', 'capacity', 'transmission', 'demand', 'riders', 'tax'] as const

export type PricePart = (typeof PRICE_PARTS)[number]

export interface PriceBuildUp {
  readonly allInUsdPerMwh: number
  readonly usdPerMwh: Readonly<Record<PricePart, number>>
  /** Of the all-in price; NaN where that is 0. */
  readonly share: Readonly<Record<PricePart, number>>
}

/**
 * All-in price of power, $/MWh:
 * E·(1 + loss) + basis + capacity·PLC/(24·LF) + 1,000·T/(8,760·LF) + 12,000·D/(8,760·LF) + riders, and tax on the sum.
 * Fixed charges weigh more on each MWh the lower the load factor.
 */
export function priceBuildUp(parts: PriceParts): PriceBuildUp {
  const { loadFactor } = parts
  const usdPerMwh = {
    energy: parts.energyUsdPerMwh * (1 + parts.lossShare),
    basis: parts.basisUsdPerMwh,
    capacity: (parts.capacityUsdPerMwDay * parts.peakLoadShare) / (24 * loadFactor),
    transmission: (1_000 * parts.transmissionUsdPerKwYear * parts.transmissionPeakShare) / (8_760 * loadFactor),
    demand: (12_000 * parts.demandUsdPerKwMonth) / (8_760 * loadFactor),
    riders: parts.ridersUsdPerMwh,
  }
  const untaxed = Object.values(usdPerMwh).reduce((sum, part) => sum + part, 0)
  const all = { ...usdPerMwh, tax: untaxed * parts.taxShare }
  const allInUsdPerMwh = untaxed + all.tax
  const share = Object.fromEntries(
    PRICE_PARTS.map((part) => [part, allInUsdPerMwh === 0 ? Number.NaN : all[part] / allInUsdPerMwh]),
  ) as Record<PricePart, number>
  return { allInUsdPerMwh, usdPerMwh: all, share }
}
