import { capitalRecoveryFactor } from '../finance/capital-recovery-factor.ts'
import { bitcoinPriceForRevenueUsd, type FleetTerms } from '../mining/bitcoin-price-for-revenue.ts'

export interface MiningTerms extends FleetTerms {
  readonly powerUsdPerMwh: number
  readonly opexUsdPerMwh: number
  readonly availability: number
  /** ASICs and shell of a facility MW, with the rates and lives they are recovered at. */
  readonly asicUsdPerMw: number
  readonly asicDiscountRate: number
  readonly asicLifeYears: number
  readonly shellUsdPerMw: number
  readonly shellDiscountRate: number
  readonly shellLifeYears: number
  readonly curtailmentIncomeUsdPerMwYear: number
}

/**
 * Bitcoin price at which a year of mining earns as much above its capital as an AI use does, USD.
 * `alternativeUsdPerMwYear` is the levelised net of that use a gross MW and year; 0 gives mining's own break-even.
 * It is a one-year comparison: difficulty growth is not in it.
 */
export function indifferenceBitcoinPriceUsd(alternativeUsdPerMwYear: number, mining: MiningTerms): number {
  const capital =
    capitalRecoveryFactor(mining.asicDiscountRate, mining.asicLifeYears) * mining.asicUsdPerMw +
    capitalRecoveryFactor(mining.shellDiscountRate, mining.shellLifeYears) * mining.shellUsdPerMw
  const needed = alternativeUsdPerMwYear + capital - mining.curtailmentIncomeUsdPerMwYear
  const revenue = needed / (8_760 * mining.availability) + mining.powerUsdPerMwh + mining.opexUsdPerMwh
  return bitcoinPriceForRevenueUsd(revenue, mining)
}
