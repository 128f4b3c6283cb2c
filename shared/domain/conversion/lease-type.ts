import type { Assumptions } from '../scenario/assumption-defs.ts'

/** Who pays what: the landlord everything; the tenant the power; the tenant power, taxes, insurance and upkeep. */
export const LEASE_TYPES = ['gross', 'modified_gross', 'triple_net'] as const

export type LeaseType = (typeof LEASE_TYPES)[number]

/** The type of lease that the scenario's rent is quoted for. */
export function leaseTypeOf(a: Assumptions): LeaseType {
  return LEASE_TYPES[Math.round(a.leaseType)] ?? 'modified_gross'
}

/** Share of a rent of this type that is left as net operating income. */
export function leaseNoiMargin(type: LeaseType, a: Assumptions): number {
  switch (type) {
    case 'gross':
      return a.leaseNoiMarginGross
    case 'modified_gross':
      return a.leaseNoiMargin
    case 'triple_net':
      return a.leaseNoiMarginTripleNet
  }
}

/** MWh a month that a kW of critical IT draws at a PUE of 1: 730 hours over 1,000. */
const MWH_PER_KW_MONTH = 0.73

/**
 * Rent that a dearer MWh takes away, $/kW-month for each $/MWh. A gross lease leaves the whole bill with the landlord,
 * so the rent that is worth as much falls by the bill over the margin; under the others the tenant pays the bill, and a
 * share of it comes off the rent.
 */
export function rentPerPowerPrice(type: LeaseType, a: Assumptions): number {
  const bill = MWH_PER_KW_MONTH * a.aiPue
  return type === 'gross' ? bill / a.leaseNoiMarginGross : bill * a.leasePowerShare
}

/**
 * Rent under a triple-net lease that leaves the landlord the same net operating income, $/kW-month: the one measure in
 * which rents of unlike types may stand side by side. NaN where a triple-net lease leaves nothing.
 */
export function tripleNetRentUsdPerKwMonth(rentUsdPerKwMonth: number, type: LeaseType, a: Assumptions): number {
  if (type === 'triple_net') return rentUsdPerKwMonth
  return a.leaseNoiMarginTripleNet > 0
    ? (rentUsdPerKwMonth * leaseNoiMargin(type, a)) / a.leaseNoiMarginTripleNet
    : Number.NaN
}
