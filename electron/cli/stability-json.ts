import type { SiteStability } from '../../shared/domain/uncertainty/site-stability.ts'

/** The stability of a site as `rank --draws` prints it. */
export function stabilityJson(stability: SiteStability, siteIdOf: (row: number) => string) {
  return {
    verdict_holds: stability.verdictHolds,
    verdict_share: stability.verdictShare,
    value_usd_per_mw: stability.value,
    npv_usd_per_mw: stability.valueByStrategy,
    rank: stability.rank,
    first: stability.isFirst,
    top_10: stability.isInTopTen,
    power_comes: stability.powerComes,
    not_separable: stability.notSeparable.map(({ row, rank, aheadShare }) => ({
      site_id: siteIdOf(row),
      rank,
      better_ranked_ahead: aheadShare,
    })),
  }
}
