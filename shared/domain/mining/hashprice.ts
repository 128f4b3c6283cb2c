import { BLOCKS_PER_PETAHASH_DAY } from './hashes-per-difficulty.ts'

/**
 * Expected revenue of one petahash a second, USD a day.
 * `rewardBtc` is subsidy plus fees of a block, `difficulty` the plain network difficulty (not in T).
 * Source: Luxor's hashprice definition from difficulty, price and fees.
 */
export function hashpriceUsdPerPhDay(difficulty: number, rewardBtc: number, btcPriceUsd: number): number {
  return (BLOCKS_PER_PETAHASH_DAY / difficulty) * rewardBtc * btcPriceUsd
}
