import { miningPresentValueUsdPerMw } from '../mining/mining-present-value.ts'
import { pathMargin, spotMargin } from '../mining/path-margin.ts'
import { revenueAt } from '../mining/revenue-path.ts'
import type { ScenarioTerms } from './scenario-terms.ts'

const HOURS_PER_YEAR = 8_760

/**
 * Present value of what one MW of mine earns between two dates, USD, discounted to the valuation date. `costUsdPerMwh` is
 * what a MWh costs today, power and operation less all curtailment income; the part of that income which ends is missing
 * from its sunset on.
 */
export function minedUsdPerMw(terms: ScenarioTerms, costUsdPerMwh: number, fromYears: number, toYears: number): number {
  const { endingIncomeUsdPerMwh: ending, incomeEndsYears } = terms
  const other = terms.miningCostAdderUsdPerMwh
  const price = costUsdPerMwh - other
  if (ending === 0) return marginBetween(terms, price, other, fromYears, toYears)
  const end = Math.min(toYears, Math.max(fromYears, incomeEndsYears))
  return marginBetween(terms, price, other, fromYears, end) + marginBetween(terms, price, other + ending, end, toYears)
}

/** What a MWh leaves over its cost at a date, $/MWh, before it is decided whether to run. */
export function miningMarginUsdPerMwh(terms: ScenarioTerms, costUsdPerMwh: number, year: number): number {
  const ended = year >= terms.incomeEndsYears ? terms.endingIncomeUsdPerMwh : 0
  return revenueAt(terms.revenuePath, year) - costUsdPerMwh - ended
}

/** Whether the valuation by columns covers the mining of a scenario: one decline, one price of power. */
export function isMiningSteady(terms: ScenarioTerms): boolean {
  return !terms.isGrowthFloored && terms.assumptions.spotPriceLogSd === 0
}

/** `price` is that of power, `other` the rest of what a MWh costs. */
function marginBetween(terms: ScenarioTerms, price: number, other: number, from: number, to: number): number {
  if (!(to > from)) return 0
  const { miningDiscountRate: rate, miningAvailability, spotPriceLogSd } = terms.assumptions
  const hours = HOURS_PER_YEAR * miningAvailability
  // Of a price at or below 0 a lognormal spread says nothing: it stays what it is.
  if (spotPriceLogSd > 0 && price > 0) {
    return hours * spotMargin(terms.revenuePath, price, spotPriceLogSd, other, rate, from, to)
  }
  if (terms.isGrowthFloored) return hours * pathMargin(terms.revenuePath, price + other, rate, from, to)
  return miningPresentValueUsdPerMw(
    terms.revenueUsdPerMwh,
    price + other,
    terms.declinePerYear,
    rate,
    miningAvailability,
    from,
    to,
    terms.halvings,
    terms.halvingMultiplier,
  )
}
