import type { Db } from '../db/database.ts'

export interface DataSetDiff {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
}

/** The key of the data set with this name, or undefined where it is new. */
export function dataSetKey(db: Db, name: string): number | undefined {
  return db.prepare('SELECT key FROM data_set WHERE name = ?').pluck().get(name) as number | undefined
}

/**
 * Holds the staged rows against the data set as it is in the catalog and marks each with what an import would do.
 * Writes to the temporary table only. A row that merely moved within the file is unchanged.
 */
export function diffStaged(db: Db, dataSet: number | undefined): DataSetDiff {
  if (dataSet === undefined)
    return {
      added: db.prepare('SELECT count(*) FROM temp.stage').pluck().get() as number,
      updated: 0,
      unchanged: 0,
      removed: 0,
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
  return { added: staged('added'), updated, unchanged, removed: recorded - updated - unchanged }
}
