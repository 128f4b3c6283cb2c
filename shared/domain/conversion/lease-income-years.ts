import { growingAnnuity } from '../finance/growing-annuity.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'

/** A lease's income as multiples of its first year's, discounted to its start. */
export interface LeaseIncomeYears {
  /** Under the first lease, after what a default of the tenant costs. */
  readonly contracted: number
  /** From a second lease in what is left of the shell's life; nobody has promised it. */
  readonly reLeased: number
  /** Years of the second lease. */
  readonly reLeasedYears: number
  /** 1 − probability of default × loss. */
  readonly counterpartyFactor: number
}

export function leaseIncomeYears(a: Assumptions): LeaseIncomeYears {
  const { leaseDiscountRate: rate, leaseEscalator: escalator, leaseTermYears: term } = a
  const counterpartyFactor = 1 - a.counterpartyDefault * a.counterpartyLoss
  const voidYears = a.reLeaseVoidMonths / 12
  const reLeasedYears = Math.max(0, a.shellLifeYears - term - voidYears)
  const reLeased =
    reLeasedYears === 0
      ? 0
      : (a.reLeaseRentShare * (1 + escalator) ** term * growingAnnuity(rate, escalator, reLeasedYears)) /
        (1 + rate) ** (term + voidYears)
  return {
    contracted: counterpartyFactor * growingAnnuity(rate, escalator, term),
    reLeased,
    reLeasedYears,
    counterpartyFactor,
  }
}
