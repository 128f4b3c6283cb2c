import { SITE_FIELD_KEYS } from '../../../shared/domain/site/site-fields.ts'
import type { Position } from '../../../shared/domain/site/site-value.ts'
import type { Db } from '../db/database.ts'
import type { ImportDifference } from '../import/importer.ts'
import { unpackCells } from '../site/packed-cells.ts'
import { parseRecord, RECORD_COLUMNS, type StoredRecord } from '../site/site-records.ts'
import { findLayouts } from './staged-table.ts'

/** Records compared at a time: better-sqlite3 cannot write while a read of the same connection is open. */
const CHUNK = 2_000

/**
 * Holds the staged records against those of their data set and marks each with what an import would do. Writes
 * to the temporary table only. A row that merely moved within the file is unchanged. Updated are the sites that the
 * catalog has and of which the file says something new, a first word of this data set included.
 */
export function diffSites(db: Db, dataSet: number): ImportDifference {
  findLayouts(db)
  db.prepare(
    `UPDATE temp.stage SET action =
       CASE WHEN stage.source IS record.source AND stage.as_of IS record.as_of
         AND stage.site_values = record.site_values AND stage.rungs IS record.rungs AND stage.cells = record.cells
         AND layout.header = record.header AND layout.shape IS record.shape
       THEN 'unchanged' ELSE 'updated' END
     FROM data_set_record AS record, temp.stage_layout AS layout
     WHERE record.site_id = stage.site_id AND record.data_set = ? AND layout.key = stage.layout`,
  ).run(dataSet)
  compareOtherShapes(db, dataSet)
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

type Pair = [position: number, ...record: StoredRecord, ...staged: StoredRecord]

/** One and the same row may be kept in two forms: records of an earlier version of Switchyard have no shape. */
function compareOtherShapes(db: Db, dataSet: number): void {
  const read = db
    .prepare(
      `SELECT stage.position, ${RECORD_COLUMNS}, stage.site_values, stage.rungs, layout.columns, stage.cells
       FROM temp.stage AS stage JOIN temp.stage_layout AS layout ON layout.key = stage.layout
       JOIN data_set_record AS record ON record.site_id = stage.site_id AND record.data_set = ?
       WHERE stage.action = 'updated' AND stage.position > ? AND layout.header = record.header
         AND layout.shape IS NOT record.shape AND stage.source IS record.source AND stage.as_of IS record.as_of
       ORDER BY stage.position LIMIT ${CHUNK}`,
    )
    .raw()
  const mark = db.prepare(`UPDATE temp.stage SET action = 'unchanged' WHERE position = ?`)
  let last = -1
  for (;;) {
    const pairs = read.all(dataSet, last) as Pair[]
    for (const [position, ...both] of pairs) {
      if (isSame(both.slice(0, 4) as unknown as StoredRecord, both.slice(4) as unknown as StoredRecord))
        mark.run(position)
      last = position
    }
    if (pairs.length < CHUNK) return
  }
}

function isSame(one: StoredRecord, other: StoredRecord): boolean {
  if (one[1] !== other[1]) return false
  const [cells, otherCells] = [unpackCells(one[3]), unpackCells(other[3])]
  if (cells.length !== otherCells.length || cells.some((cell, i) => cell !== otherCells[i])) return false
  const [values, otherValues] = [parseRecord(one).values, parseRecord(other).values]
  return SITE_FIELD_KEYS.every((key) => {
    const [value, otherValue] = [values[key] ?? null, otherValues[key] ?? null]
    if (key !== 'position') return value === otherValue
    const [place, otherPlace] = [value as Position | null, otherValue as Position | null]
    return place?.latitude === otherPlace?.latitude && place?.longitude === otherPlace?.longitude
  })
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
