import { AppError } from '../../../shared/contract/errors.ts'
import type { CurtailmentReport, PriceNode, PriceStatisticsReport } from '../../../shared/contract/prices.ts'
import { clockOfMarket } from '../../../shared/domain/prices/price-market.ts'
import { priceStatistics } from '../../../shared/domain/prices/price-statistics.ts'
import { type CurtailmentRule, simulateCurtailment } from '../../../shared/domain/prices/simulate-curtailment.ts'
import type { Db } from '../db/database.ts'
import { requireNode } from './read-nodes.ts'
import { readSeries } from './read-series.ts'

/** A node's prices in figures, with its exposure to the peaks that are named. @throws AppError 'not_found' */
export function reportStatistics(
  db: Db,
  nodeId: string,
  peakHours: readonly string[] = [],
): { node: PriceNode; statistics: PriceStatisticsReport } {
  const { key, node } = requireNode(db, nodeId)
  const series = readSeries(db, key)
  const statistics = priceStatistics(series, clockOfMarket(node.market), peakHours)
  if (!statistics) throw noPrices(nodeId)
  const last = series.starts.length - 1
  return {
    node,
    statistics: {
      ...statistics,
      percentiles: [...statistics.percentiles],
      unpricedPeaks: [...statistics.unpricedPeaks],
      durationCurve: [...statistics.durationCurve],
      peaks: statistics.peaks.map(({ start, usdPerMwh }) => ({ startUtc: utc(start), usdPerMwh })),
      fromUtc: utc(series.starts[0] ?? 0),
      toUtc: utc((series.starts[last] ?? 0) + series.intervalSeconds),
    },
  }
}

/** A load run through a node's prices. @throws AppError 'not_found' */
export function reportCurtailment(
  db: Db,
  nodeId: string,
  rule: CurtailmentRule,
): { node: PriceNode; curtailment: CurtailmentReport } {
  const { key, node } = requireNode(db, nodeId)
  const curtailment = simulateCurtailment(readSeries(db, key), rule)
  if (!curtailment) throw noPrices(nodeId)
  return { node, curtailment }
}

function utc(seconds: number): string {
  return new Date(seconds * 1_000).toISOString()
}

function noPrices(nodeId: string): AppError {
  return new AppError('not_found', `"${nodeId}" has no prices left; import a file with them.`)
}
