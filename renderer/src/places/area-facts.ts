import { categoryAt, type SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { QueueOfCounty } from '../../../shared/contract/queue.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { type AreaIndex, isInside } from '../../../shared/map/areas/area-index.ts'
import { type OperatorEvidence, operatorName } from '../../../shared/map/areas/area-operators.ts'
import type { MapArea } from '../../../shared/map/areas/area-set.ts'

/** What the catalog knows of a county or state. */
export interface AreaFacts {
  /** Sites that lie in it, by row, the best ranked first. */
  readonly rows: readonly number[]
  /** Megawatts of the sites that tell them. */
  readonly mw: number
  /** Sites that tell none. */
  readonly rowsWithoutMw: number
  /** Requests in the queues that are still open; null where no queue has been imported. */
  readonly queue: { readonly open: number; readonly generationMw: number; readonly loadMw: number } | null
}

export function areaFacts(
  area: MapArea,
  columns: SiteColumns,
  ranking: Ranking,
  queue: readonly QueueOfCounty[] | null,
): AreaFacts {
  const { latitude, longitude } = columns.numbers
  const rows: number[] = []
  for (const row of ranking.order) {
    if (row >= columns.count) continue
    const [x, y] = [longitude[row]!, latitude[row]!]
    if (!Number.isNaN(x + y) && isInside(area, x, y)) rows.push(row)
  }
  const known = rows.map((row) => ranking.mw[row]!).filter((mw) => !Number.isNaN(mw))
  const inArea = (queue ?? []).filter(({ fips }) =>
    area.kind === 'county' ? fips === area.fips : fips.startsWith(area.fips),
  )
  return {
    rows,
    mw: known.reduce((sum, mw) => sum + mw, 0),
    rowsWithoutMw: rows.length - known.length,
    queue:
      queue === null || queue.length === 0
        ? null
        : {
            open: inArea.reduce((sum, each) => sum + each.open, 0),
            generationMw: inArea.reduce((sum, each) => sum + each.generationMw, 0),
            loadMw: inArea.reduce((sum, each) => sum + each.loadMw, 0),
          },
  }
}

/** Who runs the grid where, as the queues and the sites say. */
export function operatorEvidence(
  areas: AreaIndex,
  columns: SiteColumns,
  queue: readonly QueueOfCounty[] | null,
): OperatorEvidence[] {
  const evidence: OperatorEvidence[] = (queue ?? []).map(({ fips, iso, requests }) => ({
    fips,
    operator: operatorName(iso),
    count: requests,
  }))
  for (let row = 0; row < columns.count; row += 1) {
    const operator = operatorName(categoryAt(columns, 'gridOperator', row))
    if (operator === '') continue
    const county = areas.countyAt({
      latitude: columns.numbers.latitude[row]!,
      longitude: columns.numbers.longitude[row]!,
    })
    if (county) evidence.push({ fips: county.fips, operator, count: 1 })
  }
  return evidence
}
