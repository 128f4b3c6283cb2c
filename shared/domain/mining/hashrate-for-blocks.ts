import { BLOCKS_PER_PETAHASH_DAY } from './hashes-per-difficulty.ts'

/** Hashrate that is expected to find so many blocks a day, PH/s. Source: expected hashes a block = difficulty × 2^32. */
export function hashratePhPerSForBlocks(difficulty: number, blocksPerDay: number): number {
  return (blocksPerDay * difficulty) / BLOCKS_PER_PETAHASH_DAY
}
