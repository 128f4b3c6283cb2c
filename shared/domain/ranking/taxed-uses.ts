import { miningTaxUsdPerMw } from '../tax/mining-tax.ts'
import { scheduledTaxUsd } from '../tax/tax-schedule.ts'
import type { TaxTerms } from '../tax/tax-terms.ts'
import { minedUsdPerMw } from './mined-value.ts'
import type { ScenarioTerms } from './scenario-terms.ts'
import type { SiteValue } from './site-value.ts'

/** Years that a mine is taxed in when it runs for so long; rounding must not make a sliver of a year one more. */
export function taxedYears(years: number): number {
  return Math.max(1, Math.ceil(years - 1e-9))
}

/** Takes income tax off what every use is worth at its start. */
export function taxUses(terms: ScenarioTerms, tax: TaxTerms, value: SiteValue): void {
  const own = ownWorks(value)
  const build = value.aiCapex + own
  value.leaseTax = scheduledTaxUsd(tax.lease, value.leaseAtStart + build, build)
  value.colocationTax = scheduledTaxUsd(tax.colocation, value.colocationAtStart + build, build)
  const gpuIncome = value.cloudAtStart + own + terms.gpuCapitalUsdPerMw
  value.cloudTax = scheduledTaxUsd(tax.cloud, Math.max(0, gpuIncome), terms.gpuBookUsdPerMw + own)
  value.leaseAtStart -= value.leaseTax
  value.colocationAtStart -= value.colocationTax
  value.cloudAtStart -= value.cloudTax
  value.mineTax = mineTaxUntil(terms, tax, value, value.mineEndYears, value.residualPresentValue)
  value.mineAtStart -= value.mineTax
}

/** Income tax of a mine that stops at a date and sells its machines for `sale`, both discounted to today, USD a gross MW. */
export function mineTaxUntil(
  terms: ScenarioTerms,
  tax: TaxTerms,
  value: SiteValue,
  stopYears: number,
  sale: number,
): number {
  const start = value.mineStartYears
  const rate = terms.assumptions.miningDiscountRate
  const years = taxedYears(stopYears - start)
  const earned = new Float64Array(years)
  const discounts = new Float64Array(years)
  for (let year = 0; year < years; year += 1) {
    const until = year === years - 1 ? stopYears : start + year + 1
    earned[year] = minedUsdPerMw(terms, value.mineCostUsdPerMwh, start, until)
    discounts[year] = Math.exp(-rate * (start + year + 0.5))
  }
  return miningTaxUsdPerMw(tax.rate, tax.mineWriteOff, earned, discounts, years, value.mineCapital, sale)
}

/** Value at its start of the better hall for an AI tenant where the mine before it has paid `paidByMine` of the site. */
export function hallAfterMine(tax: TaxTerms | null, value: SiteValue, paidByMine: number): number {
  if (tax === null) return Math.max(value.leaseAtStart, value.colocationAtStart) + paidByMine
  const build = value.aiCapex + ownWorks(value)
  const left = build - paidByMine
  const after = (atStart: number, paidTax: number, schedule: TaxTerms['lease']) => {
    const income = atStart + paidTax + build
    return income - left - scheduledTaxUsd(schedule, income, left)
  }
  return Math.max(
    after(value.leaseAtStart, value.leaseTax, tax.lease),
    after(value.colocationAtStart, value.colocationTax, tax.colocation),
  )
}

/** Value at its start of a hall of own GPUs where the mine before it has paid `paidByMine` of the site. */
export function gpusAfterMine(terms: ScenarioTerms, value: SiteValue, paidByMine: number): number {
  const { tax } = terms
  if (tax === null) return value.cloudAtStart + paidByMine
  const own = ownWorks(value)
  const beforeTax = value.cloudAtStart + value.cloudTax
  const income = Math.max(0, beforeTax + own + terms.gpuCapitalUsdPerMw)
  return beforeTax + paidByMine - scheduledTaxUsd(tax.cloud, income, terms.gpuBookUsdPerMw + own - paidByMine)
}

function ownWorks(value: SiteValue): number {
  return value.siteCost + value.substationCost + value.upgradeCost + value.lineCost + value.fiberCost
}
