import { MOST_PREVIEW_POINTS, type PreviewPoint } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'

/** Where the staged sites lie and what would become of each, after `diffSites`; what changes comes first. */
export function previewSites(db: Db, dataSet: number | undefined): PreviewPoint[] {
  return db
    .prepare(
      `SELECT latitude, longitude, substr(label, 1, 200) AS label, change FROM (
         SELECT site_values ->> '$.position.latitude' AS latitude, site_values ->> '$.position.longitude' AS longitude,
           coalesce(site_values ->> '$.name', site_id) AS label,
           CASE WHEN action = 'added' AND site_id IN (SELECT id FROM site) THEN 'updated' ELSE action END AS change,
           position AS place
         FROM temp.stage
         UNION ALL
         SELECT latitude, longitude, name, 'removed', -1 FROM site
         JOIN data_set_record ON data_set_record.site_id = site.id
         WHERE data_set = @dataSet AND site.id NOT IN (SELECT site_id FROM temp.stage))
       WHERE latitude IS NOT NULL AND longitude IS NOT NULL
       ORDER BY change = 'unchanged', place LIMIT @limit`,
    )
    .all({ dataSet: dataSet ?? null, limit: MOST_PREVIEW_POINTS }) as PreviewPoint[]
}
