import { soldUsdPerMw } from '../ranking/asic-fleet.ts'
import { minedUsdPerMw } from '../ranking/mined-value.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import { hallAfterMine, mineTaxUntil } from '../ranking/taxed-uses.ts'

/** Mining first and AI from `convertYears` on, or AI alone from then on. */
export interface BlockConversion {
  readonly use: 'convert' | 'build'
  /** Years from the valuation date to the first AI revenue. */
  readonly convertYears: number
  /** Net present value, USD a gross MW. */
  readonly valueUsdPerMw: number
  /** Present value of the mining margin until the works, less the machines and the shell, plus scrap. */
  readonly bridgeUsdPerMw: number
}

/** The first date on which a block can earn as AI after mining, years: the hall is ready, and mining has stopped for the works. */
export function earliestConversionYears({ terms, value }: SiteCase): number {
  return Math.max(readyYears({ value }), value.mineStartYears + terms.assumptions.conversionDowntimeYears)
}

/** The first date on which the hall can be ready where nobody mines before, years. */
export function readyYears({ value }: Pick<SiteCase, 'value'>): number {
  return value.powerYears + value.aiTailYears
}

/** When the ASICs of a block that converts at a date are switched off for good, years. */
export function stopYears({ terms, value }: SiteCase, convertYears: number): number {
  const { conversionDowntimeYears } = terms.assumptions
  return Math.min(value.mineEndYears, Math.max(value.mineStartYears, convertYears - conversionDowntimeYears))
}

/**
 * A block that mines until the works and is AI from `convertYears` on. Its machines are bought or taken over, scrapped
 * at the works and not replaced; land and grid are paid once. As in the ranking a gain counts with its chances and its
 * delay, a loss in full.
 */
export function convertedAt(each: SiteCase, convertYears: number): BlockConversion {
  const { terms, facts, value } = each
  const stop = stopYears(each, convertYears)
  const sold = soldUsdPerMw(terms, value.saleUsdPerMwToday, terms.scrapUsdPerMw, stop)
  const tax = terms.tax === null ? 0 : mineTaxUntil(terms, terms.tax, value, stop, sold)
  const mined = minedUsdPerMw(terms, value.mineCostUsdPerMwh, value.mineStartYears, stop)
  const bridge = mined - value.mineCapital + sold - tax
  const paidByMine =
    value.siteCost + (facts.hasMiningShell ? 0 : value.substationCost + value.upgradeCost + value.lineCost)
  const ai = expected(hallAfterMine(terms.tax, value, paidByMine), value.convertible * waited(each, convertYears))
  return {
    use: 'convert',
    convertYears,
    valueUsdPerMw: expected(bridge + ai, value.completion) - lostUsdPerMw(each),
    bridgeUsdPerMw: bridge,
  }
}

/** A block that is built for AI without mining before, ready at `convertYears`. */
export function builtAt(each: SiteCase, convertYears: number): BlockConversion {
  const { value } = each
  const chance = value.completion * value.convertible * waited(each, convertYears)
  return {
    use: 'build',
    convertYears,
    valueUsdPerMw: expected(aiAtStart(each), chance) - lostUsdPerMw(each),
    bridgeUsdPerMw: 0,
  }
}

/** The better of a lease and colocation on their first day, with land and grid still to pay; USD a gross MW. */
export function aiAtStart({ value }: SiteCase): number {
  return Math.max(value.leaseAtStart, value.colocationAtStart)
}

/** Discount to a date that is no earlier than the hall can be ready. */
function waited({ terms, value }: SiteCase, convertYears: number): number {
  const waitYears = Math.max(0, convertYears - readyYears({ value }))
  return value.leaseDiscount * Math.exp(-terms.assumptions.leaseDiscountRate * waitYears)
}

function lostUsdPerMw({ terms, value }: SiteCase): number {
  return terms.assumptions.sunkStudyUsdPerMw * (1 - value.completion)
}

function expected(amount: number, factor: number): number {
  return amount > 0 ? amount * factor : amount
}
