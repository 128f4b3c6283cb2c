import { BLOCKS_PER_PETAHASH_DAY } from './hashes-per-difficulty.ts'

/**
 * Bitcoin that a hashrate is expected to earn over some days, BTC. Over a span in which difficulty changes,
 * `difficulty` is its harmonic mean.
 */
export function expectedBitcoin(hashrateEhPerS: number, days: number, difficulty: number, rewardBtc: number): number {
  return (1_000 * hashrateEhPerS * days * rewardBtc * BLOCKS_PER_PETAHASH_DAY) / difficulty
}
