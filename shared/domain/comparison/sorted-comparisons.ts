import type { SiteComparison } from './site-comparison.ts'

/** Flips first, best rank under the later scenario first; then the others by how far their rank moves. */
export function sortedComparisons(sites: readonly SiteComparison[]): SiteComparison[] {
  return sites.toSorted(
    (a, b) => Number(isFlip(b)) - Number(isFlip(a)) || (isFlip(a) ? 0 : places(b) - places(a)) || a.rank[1] - b.rank[1],
  )
}

export function isFlip({ verdict }: SiteComparison): boolean {
  return verdict[0] !== verdict[1]
}

/** Places that a site moves, up or down. */
export function places({ rank }: SiteComparison): number {
  return Math.abs(rank[1] - rank[0])
}
