import { binomialOption } from '../options/binomial-option.ts'
import { forwardSteps } from '../options/binomial-steps.ts'
import { conversionThreshold } from '../options/conversion-threshold.ts'
import { type ExchangeTerms, margrabe } from '../options/margrabe.ts'
import { soldUsdPerMw } from '../ranking/asic-fleet.ts'
import { minedUsdPerMw, miningMarginUsdPerMwh } from '../ranking/mined-value.ts'
import type { SiteCase } from '../ranking/site-case.ts'

/** How long the right to convert is looked at. Assumption: the length of a usual exclusivity. */
export const OPTION_YEARS = 2
/** Yearly volatility of the market rent. Assumption. */
export const RENT_VOLATILITY = 0.2
/** Yearly volatility of the hashprice, fitted to daily prices and difficulties of 2018 to 2025. */
export const HASHPRICE_VOLATILITY = 0.72
/** A mine's operating leverage does not lift its volatility above this. */
const MOST_MINING_VOLATILITY = 2
/** Bitcoin with GPU prices 0.15, times GPU prices with rents 0.5. Assumption. */
const CORRELATION = 0.075
const TREE_STEPS = 100

/** The right to turn a site over to a lease, all money in USD a gross MW, as if its open gates passed. */
export interface OptionToWait {
  /** Present value of the lease's income. */
  readonly lease: number
  /** Present value of the mining that the conversion ends, less the scrap of its ASICs. */
  readonly miningGivenUp: number
  readonly conversionCost: number
  /** Lease less mining and cost: what converting today gains. */
  readonly convertNow: number
  /** Value of the right to convert at the end of the horizon only, and at any time until then. */
  readonly onTheLastDay: number
  readonly anyTime: number
  /** What the right is worth above using or dropping it today. */
  readonly waiting: number
  /** Lease over what it takes, today and from where converting pays with no last date. */
  readonly ratio: number
  readonly thresholdRatio: number
  /** The market rent with the threshold's ratio. */
  readonly thresholdRentUsdPerKwMonth: number
  readonly exchange: ExchangeTerms
  /** Yearly volatility of lease over what it takes. */
  readonly sigma: number
}

/**
 * Values the right to exchange mining and the cost of conversion for a lease. Waiting forgoes rent and keeps mining;
 * it gains the chance to see how rents and hashprice move. Sources: Margrabe 1978; Cox, Ross and Rubinstein 1979;
 * McDonald and Siegel 1986. Null where the lease has no income or takes nothing.
 */
export function optionToWait(each: SiteCase): OptionToWait | null {
  const { terms, facts, value } = each
  const a = terms.assumptions
  const lease = terms.leaseUsdPerRent * value.leaseRent * value.leaseDiscount
  const built = value.aiCapex + value.substationCost + value.upgradeCost + value.lineCost + value.fiberCost
  // The owner of a mine has paid for the site.
  const conversionCost = (built + (facts.hasMiningShell ? 0 : value.siteCost)) * value.leaseDiscount
  const miningGivenUp = remainingMining(each)
  const given = miningGivenUp + conversionCost
  if (!(lease > 0 && given > 0)) return null

  const miningCash = miningGivenUp > 0 ? miningCashAtWorks(each) : 0
  const exchange: ExchangeTerms = {
    received: lease,
    given,
    receivedYield: 1 / terms.leaseYears,
    givenYield: (miningCash + a.leaseDiscountRate * conversionCost) / given,
    years: OPTION_YEARS,
    receivedVolatility: RENT_VOLATILITY,
    givenVolatility: (miningGivenUp / given) * miningVolatility(each),
    correlation: CORRELATION,
  }
  const european = margrabe(exchange)
  const anyTime = exchangeAnyTime(exchange, european.sigma)
  const threshold = conversionThreshold({
    valueYield: exchange.receivedYield,
    costYield: exchange.givenYield,
    valueVolatility: exchange.receivedVolatility,
    costVolatility: exchange.givenVolatility,
    correlation: CORRELATION,
  })
  const ratio = lease / given
  const convertNow = lease - given
  const thresholdRent = (value.leaseRent * threshold.ratio) / ratio
  return {
    lease,
    miningGivenUp,
    conversionCost,
    convertNow,
    onTheLastDay: european.value,
    anyTime,
    waiting: anyTime - Math.max(0, convertNow),
    ratio,
    thresholdRatio: threshold.ratio,
    thresholdRentUsdPerKwMonth: thresholdRent + a.leaseRentUsdPerKwMonth - value.leaseRent,
    exchange,
    sigma: european.sigma,
  }
}

/** In units of what is given up the exchange is an option on the ratio, with the other's yield for the interest. */
function exchangeAnyTime(exchange: ExchangeTerms, sigma: number): number {
  const steps = forwardSteps(
    { rate: exchange.givenYield, payoutYield: exchange.receivedYield, volatility: sigma, years: exchange.years },
    TREE_STEPS,
  )
  const spot = exchange.received / exchange.given
  return exchange.given * binomialOption({ spot, strike: 1, kind: 'call', isAmerican: true }, steps).value
}

/** What the mine would still earn from the day the works begin. */
function remainingMining(each: SiteCase): number {
  const { terms, facts, value } = each
  if (!facts.hasMiningShell) return 0
  const works = worksYears(each)
  const mined = minedUsdPerMw(terms, value.mineCostUsdPerMwh, works, value.mineEndYears)
  const machines = facts.hasFleet
    ? soldUsdPerMw(terms, value.saleUsdPerMwToday, terms.scrapUsdPerMw, works)
    : terms.newFleetUsdPerMw
  return Math.max(0, mined - machines)
}

/** What a year more of mining would earn on the day the works begin, discounted to today. */
function miningCashAtWorks(each: SiteCase): number {
  const { terms, value } = each
  const a = terms.assumptions
  const works = worksYears(each)
  const margin = Math.max(0, miningMarginUsdPerMwh(terms, value.mineCostUsdPerMwh, works))
  return 8_760 * a.miningAvailability * margin * Math.exp(-a.miningDiscountRate * works)
}

/** Years until the mine must stop for a hall that is ready as soon as it can be. */
function worksYears({ terms, value }: SiteCase): number {
  return Math.max(0, value.powerYears + value.aiTailYears - terms.assumptions.conversionDowntimeYears)
}

/** Hashprice moves the margin more than the revenue. */
function miningVolatility({ terms, value }: SiteCase): number {
  const margin = terms.revenueUsdPerMwh - value.mineCostUsdPerMwh
  if (!(margin > 0)) return MOST_MINING_VOLATILITY
  return Math.min(MOST_MINING_VOLATILITY, (HASHPRICE_VOLATILITY * terms.revenueUsdPerMwh) / margin)
}
