/** Network hashrate that a difficulty implies at one block every 600 s, EH/s. Source: expected hashes a block = difficulty × 2^32. */
export function networkHashrateEhPerS(difficulty: number): number {
  return (difficulty * 2 ** 32) / 600 / 1e18
}
