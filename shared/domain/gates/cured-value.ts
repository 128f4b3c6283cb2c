import type { SiteCase } from '../ranking/site-case.ts'

/** Works on several gates at once, and what AI use is worth after them. */
export interface CuredValue {
  readonly costUsd: number
  readonly costUsdPerMw: number
  /** The longest of them: works on different gates run side by side. */
  readonly months: number
  /** Best AI use less the works that its value does not hold already, USD a gross MW; below 0 it does not pay. */
  readonly valueUsdPerMw: number
}

interface Works {
  readonly costUsd: number
  readonly costUsdPerMw: number
  readonly extraUsdPerMw: number
  readonly months: number
}

/**
 * The best AI use once its failed gates are put right. A gain waits for the works, at the discount rate of a lease;
 * a loss and the price of the works count in full. Months that the works take while power is awaited cost nothing more.
 */
export function curedValue({ terms, value }: SiteCase, works: readonly Works[]): CuredValue {
  const sum = (of: (each: Works) => number) => works.reduce((total, each) => total + of(each), 0)
  const months = works.reduce((longest, each) => Math.max(longest, each.months), 0)
  const best = Math.max(value.lease, value.cloud, value.colo, value.hybrid)
  const waitYears = Math.max(0, months / 12 - value.powerYears)
  const kept = best > 0 ? best * Math.exp(-terms.assumptions.leaseDiscountRate * waitYears) : best
  return {
    costUsd: sum((each) => each.costUsd),
    costUsdPerMw: sum((each) => each.costUsdPerMw),
    months,
    valueUsdPerMw: kept - sum((each) => each.extraUsdPerMw),
  }
}
