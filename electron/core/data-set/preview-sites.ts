import { MOST_PREVIEW_POINTS, type PreviewPoint } from '../../../shared/contract/jobs.ts'
import type { Position } from '../../../shared/domain/site/site-value.ts'
import type { Db } from '../db/database.ts'
import { parseRecord, type StoredRecord } from '../site/site-records.ts'

const LONGEST_LABEL = 200

type StagedPoint = [siteId: string, change: PreviewPoint['change'], ...record: StoredRecord]

/** Where the staged sites lie and what would become of each, after `diffSites`; what changes comes first. */
export function previewSites(db: Db, dataSet: number | undefined): PreviewPoint[] {
  const points = db
    .prepare(
      `SELECT latitude, longitude, substr(name, 1, ${LONGEST_LABEL}) AS label, 'removed' AS change FROM site
       JOIN data_set_record ON data_set_record.site_id = site.id
       WHERE data_set = ? AND site.id NOT IN (SELECT site_id FROM temp.stage) AND latitude IS NOT NULL
       LIMIT ${MOST_PREVIEW_POINTS}`,
    )
    .all(dataSet ?? null) as PreviewPoint[]
  const staged = db
    .prepare(
      `SELECT site_id, CASE WHEN action = 'added' AND site_id IN (SELECT id FROM site) THEN 'updated' ELSE action END,
         site_values, rungs, columns, cells
       FROM temp.stage JOIN temp.stage_layout AS layout ON layout.key = stage.layout
       ORDER BY action = 'unchanged', position`,
    )
    .raw()
  for (const [siteId, change, ...record] of staged.iterate() as Iterable<StagedPoint>) {
    if (points.length === MOST_PREVIEW_POINTS) break
    const point = pointOf(siteId, change, record)
    if (point) points.push(point)
  }
  return points
}

function pointOf(siteId: string, change: PreviewPoint['change'], record: StoredRecord): PreviewPoint | null {
  const { position, name } = parseRecord(record).values
  if (!position) return null
  const { latitude, longitude } = position as Position
  return { latitude, longitude, label: String(name ?? siteId).slice(0, LONGEST_LABEL), change }
}
