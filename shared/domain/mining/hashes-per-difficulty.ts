/**
 * Expected share of the block reward's flow that 1 PH/s earns in a day, per unit of 1/difficulty:
 * 1e15 hashes × 86,400 s / 2^32 hashes a difficulty. Source: Bitcoin protocol, expected hashes a block = difficulty × 2^32.
 */
export const BLOCKS_PER_PETAHASH_DAY = (86_400 * 1e15) / 2 ** 32
