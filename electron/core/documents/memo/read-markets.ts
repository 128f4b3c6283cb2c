import type { SiteColumns } from '../../../../shared/columns/site-columns.ts'
import type { ScenarioInput } from '../../../../shared/contract/scenario.ts'
import type { SiteDetail } from '../../../../shared/contract/sites.ts'
import { breakevenPowerPriceUsdPerMwh } from '../../../../shared/domain/mining/breakeven-power-price.ts'
import { scenarioTerms } from '../../../../shared/domain/ranking/scenario-terms.ts'
import { resolveScenario } from '../../../../shared/domain/scenario/resolve-scenario.ts'
import type { Db } from '../../db/database.ts'
import { readPricesOfSite } from '../../prices/read-prices-of-site.ts'
import { readQueueNearSite } from '../../queue/read-queue-near-site.ts'
import type { MemoInput } from './memo-input.ts'

export interface MarketsAsked {
  readonly scenario: ScenarioInput
  /** Hours of the system peaks that a person named, by market. */
  readonly peakHours?: Readonly<Record<string, readonly string[]>>
}

/**
 * What imported queues and market prices say of a site. A mine is taken to stop above the power price at which it
 * breaks even today; a scenario that is none is told of by the memo itself.
 */
export function readMarkets(
  db: Db,
  site: SiteDetail,
  columns: SiteColumns,
  { scenario, peakHours = {} }: MarketsAsked,
): Pick<MemoInput, 'queue' | 'prices'> {
  const queue = readQueueNearSite(db, site.siteId)
  const resolved = resolveScenario(scenario)
  if (!resolved.ok) return { queue }
  const { assumptions } = resolved.scenario
  const { revenueUsdPerMwh } = scenarioTerms(columns, assumptions)
  const strike = breakevenPowerPriceUsdPerMwh(revenueUsdPerMwh, assumptions.miningOpexUsdPerMwh)
  return { queue, prices: readPricesOfSite(db, site, strike, peakHours) }
}
