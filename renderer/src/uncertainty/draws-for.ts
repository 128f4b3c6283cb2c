export const MOST_DRAWS = 5_000
const FEWEST_DRAWS = 100
const VALUATIONS = 4_000_000

/**
 * The most draws that a catalog of this size gets in some seconds; 100 tell a share to about five points. A small one
 * takes fewer as soon as it is known how often each site is first.
 */
export function drawsFor(siteCount: number): number {
  return Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, 2 * Math.floor(VALUATIONS / Math.max(1, siteCount) / 2)))
}
