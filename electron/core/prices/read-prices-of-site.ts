import type { CurtailmentReport, PriceNode, PriceStatisticsReport } from '../../../shared/contract/prices.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import type { Db } from '../db/database.ts'
import { reportCurtailment, reportStatistics } from './price-reports.ts'
import { hasNode } from './read-nodes.ts'

/** The prices of the node that a site buys at, and a load run through them. */
export interface PricesOfSite {
  readonly node: PriceNode
  readonly statistics: PriceStatisticsReport
  /** The load stops above this price, $/MWh. */
  readonly strikeUsdPerMwh: number
  readonly curtailment: CurtailmentReport
}

/**
 * Null where no node is attached to the site, or the catalog has no prices of it any more.
 * @param peakHours hours of the system peaks that a person named, by market.
 */
export function readPricesOfSite(
  db: Db,
  site: SiteDetail,
  strikeUsdPerMwh: number,
  peakHours: Readonly<Record<string, readonly string[]>>,
): PricesOfSite | null {
  const nodeId = site.attributes.find(({ field }) => field === 'priceNode')?.value
  if (typeof nodeId !== 'string' || !hasNode(db, nodeId)) return null
  const rule = { strikeUsdPerMwh, responseMinutes: 0, minimumDownMinutes: 0, minimumRunMinutes: 0 }
  const { node, curtailment } = reportCurtailment(db, nodeId, rule)
  return { ...reportStatistics(db, nodeId, peakHours[node.market]), strikeUsdPerMwh, curtailment }
}
