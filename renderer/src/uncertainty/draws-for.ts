export const MOST_DRAWS = 2_000
const FEWEST_DRAWS = 100
const VALUATIONS = 4_000_000

/** As many draws as a catalog of this size gets in some seconds; 100 tell a share to about five points. */
export function drawsFor(siteCount: number): number {
  return Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, 2 * Math.floor(VALUATIONS / Math.max(1, siteCount) / 2)))
}
