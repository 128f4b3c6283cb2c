const BLOCKS_PER_ERA = 210_000
const FIRST_SUBSIDY_SATOSHI = 5e9

/** New bitcoin of the block at `height`, BTC, whole satoshis; 0 from the 64th halving on. Source: Bitcoin consensus rules. */
export function blockSubsidyBtc(height: number): number {
  const halvings = Math.floor(height / BLOCKS_PER_ERA)
  if (halvings >= 64) return 0
  return Math.floor(FIRST_SUBSIDY_SATOSHI / 2 ** halvings) / 1e8
}
