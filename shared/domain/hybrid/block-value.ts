import { soldUsdPerMw } from '../ranking/asic-fleet.ts'
import { minedUsdPerMw } from '../ranking/mined-value.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import { gpusAfterMine, hallAfterMine, mineTaxUntil } from '../ranking/taxed-uses.ts'

/** What an AI block is: a hall with tenants, by a lease or by colocation, or one of own GPUs. */
export const AI_HALLS = ['tenants', 'gpus'] as const

export type AiHall = (typeof AI_HALLS)[number]

/** Mining first and AI from `convertYears` on, or AI alone from then on. */
export interface BlockConversion {
  readonly use: 'convert' | 'build'
  readonly hall: AiHall
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
export function convertedAt(each: SiteCase, convertYears: number, hall: AiHall): BlockConversion {
  const { terms, facts, value } = each
  const stop = stopYears(each, convertYears)
  const sold = soldUsdPerMw(terms, value.saleUsdPerMwToday, terms.scrapUsdPerMw, stop)
  const tax = terms.tax === null ? 0 : mineTaxUntil(terms, terms.tax, value, stop, sold)
  const mined = minedUsdPerMw(terms, value.mineCostUsdPerMwh, value.mineStartYears, stop)
  const bridge = mined - value.mineCapital + sold - tax
  const paidByMine =
    value.siteCost + (facts.hasMiningShell ? 0 : value.substationCost + value.upgradeCost + value.lineCost)
  const after =
    hall === 'tenants' ? hallAfterMine(terms.tax, value, paidByMine) : gpusAfterMine(terms, value, paidByMine)
  const ai = expected(after, value.convertible * waited(each, convertYears, hall))
  return {
    use: 'convert',
    hall,
    convertYears,
    valueUsdPerMw: expected(bridge + ai, value.completion) - lostUsdPerMw(each),
    bridgeUsdPerMw: bridge,
  }
}

/** A block that is built for AI without mining before, ready at `convertYears`. */
export function builtAt(each: SiteCase, convertYears: number, hall: AiHall): BlockConversion {
  const { value } = each
  const chance = value.completion * value.convertible * waited(each, convertYears, hall)
  return {
    use: 'build',
    hall,
    convertYears,
    valueUsdPerMw: expected(aiAtStart(each, hall), chance) - lostUsdPerMw(each),
    bridgeUsdPerMw: 0,
  }
}

/** What a hall is worth on its first day, with land and grid still to pay, USD a gross MW: tenants are by the better of a lease and colocation. */
export function aiAtStart({ value }: SiteCase, hall: AiHall): number {
  return hall === 'tenants' ? Math.max(value.leaseAtStart, value.colocationAtStart) : value.cloudAtStart
}

/** Discount to a date that is no earlier than the hall can be ready, at the rate of what it earns. */
function waited({ terms, value }: SiteCase, convertYears: number, hall: AiHall): number {
  const { leaseDiscountRate, gpuDiscountRate } = terms.assumptions
  const waitYears = Math.max(0, convertYears - readyYears({ value }))
  return hall === 'tenants'
    ? value.leaseDiscount * Math.exp(-leaseDiscountRate * waitYears)
    : value.gpuDiscount * Math.exp(-gpuDiscountRate * waitYears)
}

function lostUsdPerMw({ terms, value }: SiteCase): number {
  return terms.assumptions.sunkStudyUsdPerMw * (1 - value.completion)
}

function expected(amount: number, factor: number): number {
  return amount > 0 ? amount * factor : amount
}
