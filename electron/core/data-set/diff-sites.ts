import type { Db } from '../db/database.ts'
import type { ImportDifference } from '../import/importer.ts'

/**
 * Holds the staged rows against the data set as it is in the catalog and marks each with what an import would do.
 * Writes to the temporary table only. A row that merely moved within the file is unchanged. Updated are the sites that
 * the catalog has and of which the file says something new, a first word of this data set included.
 */
export function diffSites(db: Db, dataSet: number | undefined): ImportDifference {
  if (dataSet === undefined) {
    const staged = db.prepare('SELECT count(*) FROM temp.stage').pluck().get() as number
    const known = countKnownSites(db)
    return { added: staged - known, updated: known, unchanged: 0, removed: 0 }
  }
  db.prepare(
    `UPDATE temp.stage SET action =
       CASE WHEN stage.source IS record.source AND stage.as_of IS record.as_of
         AND stage.site_values = record.site_values AND stage.rungs IS record.rungs AND stage.cells = record.cells
         AND (SELECT names FROM temp.stage_header WHERE key = stage.header)
           = (SELECT names FROM record_header WHERE key = record.header)
       THEN 'unchanged' ELSE 'updated' END
     FROM data_set_record AS record
     WHERE record.site_id = stage.site_id AND record.data_set = ?`,
  ).run(dataSet)
  const counts = new Map(
    db.prepare('SELECT action, count(*) FROM temp.stage GROUP BY action').raw().all() as [string, number][],
  )
  const staged = (action: string) => counts.get(action) ?? 0
  const recorded = db.prepare('SELECT count(*) FROM data_set_record WHERE data_set = ?').pluck().get(dataSet) as number
  const [updated, unchanged] = [staged('updated'), staged('unchanged')]
  const known = countKnownSites(db)
  return {
    added: staged('added') - known,
    updated: updated + known,
    unchanged,
    removed: recorded - updated - unchanged,
  }
}

/** Rows new to the data set that speak of a site which another data set or a person brought in. */
function countKnownSites(db: Db): number {
  return db
    .prepare(
      "SELECT count(*) FROM temp.stage WHERE action = 'added' AND EXISTS (SELECT 1 FROM site WHERE site.id = stage.site_id)",
    )
    .pluck()
    .get() as number
}
