import { minedUsdPerMw } from '../ranking/mined-value.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import { type AiHall, aiAtStart } from './block-value.ts'

/** Months that are looked at, from the valuation date. */
const HORIZON_MONTHS = 240

/**
 * The first month, counted from the valuation date, from which a megawatt that turns to AI that day is worth more than
 * one that mines until its ASICs are worn out: AI value on its first day times the chance that the open gates pass, plus
 * scrap, against what is left of the mining margin, both as of that month. NaN where AI is worth nothing.
 */
export function crossoverMonth(each: SiteCase, halls: readonly AiHall[]): number {
  const { terms, value } = each
  const rate = terms.assumptions.miningDiscountRate
  const ai = Math.max(...halls.map((hall) => aiAtStart(each, hall)))
  if (!(ai > 0)) return Number.NaN
  const converted = ai * value.convertible + terms.scrapUsdPerMw
  for (let month = 0; month < HORIZON_MONTHS; month += 1) {
    const years = month / 12
    if (years >= value.mineEndYears) return month
    const left = minedUsdPerMw(
      terms,
      value.mineCostUsdPerMwh,
      Math.max(years, value.mineStartYears),
      value.mineEndYears,
    )
    if (converted >= left * Math.exp(rate * years)) return month
  }
  return HORIZON_MONTHS
}
