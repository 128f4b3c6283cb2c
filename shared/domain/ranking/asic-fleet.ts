import { asicCostUsdPerMw, asicResaleUsdPerTh } from '../mining/asic-cost.ts'
import type { ScenarioTerms } from './scenario-terms.ts'

/** A mine so far away is worth nothing, and its machines' price of today would leave the range of numbers. */
const MOST_DECAY = 500

export interface AsicFleet {
  /** What the machines of a gross MW cost, or are worth, when the mine starts, USD. */
  readonly costUsdPerMw: number
  /** What a buyer would pay if resale prices had not fallen from the valuation date on; 0 where nobody buys. */
  readonly saleUsdPerMwToday: number
}

/** The machines of a mine that starts in `startYears`: new ones at the price of that day, or those that stand there. */
export function fleetOf(terms: ScenarioTerms, isOnSite: boolean, startYears: number): AsicFleet {
  const a = terms.assumptions
  if (isOnSite) {
    return {
      costUsdPerMw: terms.existingFleetUsdPerMw,
      saleUsdPerMwToday: a.asicResidualShare * terms.existingFleetUsdPerMw,
    }
  }
  const price = asicResaleUsdPerTh(a.asicPriceUsdPerTh, a.asicPurchaseDeclinePerYear, startYears, a.asicScrapUsdPerTh)
  const costUsdPerMw = asicCostUsdPerMw(price, a.fleetEfficiencyJPerTh, a.miningPue)
  const decay = a.asicDecayPerYear * startYears
  return {
    costUsdPerMw,
    saleUsdPerMwToday: decay < MOST_DECAY ? a.asicResidualShare * costUsdPerMw * Math.exp(decay) : 0,
  }
}

/** What used machines fetch in `years`, never less than `leastUsdPerMw`, discounted to the valuation date; USD a gross MW. */
export function soldUsdPerMw(
  terms: ScenarioTerms,
  saleUsdPerMwToday: number,
  leastUsdPerMw: number,
  years: number,
): number {
  const { asicDecayPerYear, miningDiscountRate } = terms.assumptions
  const price = saleUsdPerMwToday === 0 ? 0 : saleUsdPerMwToday * Math.exp(-asicDecayPerYear * years)
  return Math.max(leastUsdPerMw, price) * Math.exp(-miningDiscountRate * years)
}
