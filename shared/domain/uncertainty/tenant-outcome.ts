import { leaseNoiMargin, leaseTypeOf } from '../conversion/lease-type.ts'
import { growingAnnuity } from '../finance/growing-annuity.ts'
import type { ScenarioTerms } from '../ranking/scenario-terms.ts'
import type { SiteValue } from '../ranking/site-value.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'
import { scheduledTaxUsd } from '../tax/tax-schedule.ts'

/**
 * What a lease turns out to be worth once it is known whether its tenant stays, where the valuation takes the chance of
 * a default off every lease. Whoever decides does not know it, so no date and no choice of tenant changes with it. Tax
 * keeps the schedule of the valuation.
 */
export class TenantOutcome {
  /** Income of a first lease that runs to its end, as a multiple of its first year's. */
  readonly #firstLeaseYears: number
  /** A year's income a gross MW for each $/kW-month of rent, USD. */
  readonly #usdPerRentYear: number
  readonly #discountRate: number

  constructor(a: Assumptions) {
    this.#firstLeaseYears = growingAnnuity(a.leaseDiscountRate, a.leaseEscalator, a.leaseTermYears)
    this.#usdPerRentYear = (12_000 * leaseNoiMargin(leaseTypeOf(a), a)) / a.grossToIt
    this.#discountRate = a.leaseDiscountRate
  }

  /** Value of the lease at its start; `kept` is the share of the first lease's income, 0 to 1. */
  atStart(terms: ScenarioTerms, kept: number, value: SiteValue): number {
    const expected = terms.leaseUsdPerRent * value.leaseRent
    const build = expected - value.leaseAtStart - value.leaseTax
    const years = kept * this.#firstLeaseYears + terms.leaseIncome.reLeased
    const income = this.#usdPerRentYear * value.leaseRent * years
    const tax = terms.tax === null ? 0 : scheduledTaxUsd(terms.tax.lease, income, build)
    return income - build - tax
  }

  /** Replaces lease and hybrid of a site whose power comes. */
  apply(terms: ScenarioTerms, kept: number, value: SiteValue): void {
    const atStart = this.atStart(terms, kept, value)
    // As everywhere in the valuation, a gain counts with chance and delay and a loss in full.
    const lease = atStart > 0 ? atStart * value.convertible * value.leaseDiscount : atStart
    const isHybridsTenant = value.leaseAtStart >= value.colocationAtStart
    if (isHybridsTenant) {
      const wait = Math.max(0, value.convertYears - value.powerYears - value.aiTailYears)
      value.hybrid += (lease - value.lease) * Math.exp(-this.#discountRate * wait)
    }
    value.lease = lease
  }
}
