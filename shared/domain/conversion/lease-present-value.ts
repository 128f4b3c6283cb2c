import { growingAnnuity } from '../finance/growing-annuity.ts'
import type { LeaseTerms } from './lease-levelised.ts'

/**
 * Present value of a lease's net operating income over its term less the AI capex, at the start of the lease,
 * USD a gross MW.
 */
export function leasePresentValueUsdPerGrossMw(terms: LeaseTerms): number {
  const { rentUsdPerKwMonth, noiMargin, escalator, termYears, discountRate, capexUsdPerItMw, grossToIt } = terms
  const income = 12_000 * rentUsdPerKwMonth * noiMargin * growingAnnuity(discountRate, escalator, termYears)
  return (income - capexUsdPerItMw) / grossToIt
}
