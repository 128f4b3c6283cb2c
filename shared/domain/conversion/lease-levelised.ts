import { capitalRecoveryFactor } from '../finance/capital-recovery-factor.ts'
import { growingAnnuity } from '../finance/growing-annuity.ts'

export interface LeaseTerms {
  readonly rentUsdPerKwMonth: number
  /** Share of rent left as net operating income. */
  readonly noiMargin: number
  readonly escalator: number
  readonly termYears: number
  readonly discountRate: number
  readonly capexUsdPerItMw: number
  /** Gross MW at the interconnection per critical IT MW. */
  readonly grossToIt: number
}

/**
 * What a lease earns a year above its capital, levelised over the term, USD a gross MW:
 * (first-year NOI × levelising factor − capital recovery of the AI capex) / gross-to-IT.
 */
export function leaseLevelisedUsdPerGrossMwYear(terms: LeaseTerms): number {
  const { rentUsdPerKwMonth, noiMargin, escalator, termYears, discountRate, capexUsdPerItMw, grossToIt } = terms
  const recovery = capitalRecoveryFactor(discountRate, termYears)
  const levelising = recovery * growingAnnuity(discountRate, escalator, termYears)
  return (12_000 * rentUsdPerKwMonth * noiMargin * levelising - recovery * capexUsdPerItMw) / grossToIt
}
