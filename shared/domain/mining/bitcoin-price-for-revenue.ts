import { BLOCKS_PER_PETAHASH_DAY } from './hashes-per-difficulty.ts'

export interface FleetTerms {
  readonly difficulty: number
  readonly subsidyBtc: number
  /** Fees as a share of the whole block reward. */
  readonly feeShare: number
  readonly efficiencyJPerTh: number
  readonly miningPue: number
  readonly poolFeeShare: number
}

/**
 * Bitcoin price at which a facility megawatt-hour earns `revenueUsdPerMwh`, USD: hashprice and revenue a MWh solved for the price.
 * With revenue equal to power plus operating cost it is the cash break-even.
 */
export function bitcoinPriceForRevenueUsd(revenueUsdPerMwh: number, terms: FleetTerms): number {
  const { difficulty, subsidyBtc, feeShare, efficiencyJPerTh, miningPue, poolFeeShare } = terms
  const hashprice = (revenueUsdPerMwh * 0.024 * efficiencyJPerTh * miningPue) / (1 - poolFeeShare)
  return (hashprice * difficulty * (1 - feeShare)) / (BLOCKS_PER_PETAHASH_DAY * subsidyBtc)
}
