import { packColumns } from '../../../shared/columns/pack-columns.ts'
import { unpackColumns } from '../../../shared/columns/unpack-columns.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import type { BenchRow } from './bench.ts'
import { benchScenario } from './bench-scenario.ts'
import { syntheticCatalog } from './synthetic-catalog.ts'

const SITES = 100_000
const MOST_MB = 60

/** What the arrays of 100,000 sites take, as the page gets them: columns, facts that are kept with them, tables, and one ranking. */
export function memoryBench(): BenchRow[] {
  const before = process.memoryUsage().arrayBuffers
  const columns = unpackColumns(packColumns(syntheticCatalog(SITES)))
  const ranking = rankSites(columns, benchScenario('2026-07', {}))
  globalThis.gc?.()
  const usedMb = (process.memoryUsage().arrayBuffers - before) / 1e6
  // Read again, so that neither is collected before the count.
  if (columns.count !== ranking.count) throw new Error('The ranking is of other columns.')
  return [
    {
      what: 'columns, what is kept with them and one ranking, 100,000 sites',
      value: usedMb,
      reference: MOST_MB,
      referenceName: 'limit',
      unit: 'MB',
      requiredRatio: 1,
    },
  ]
}
