import type { Db } from '../db/database.ts'
import { FIELD_COLUMNS } from './field-columns.ts'
import { editedSites, overridesOf, readHeads } from './overrides.ts'
import { parseRecord, RECORD_COLUMNS, type StoredRecord } from './site-records.ts'
import { siteRow } from './site-row.ts'

/** Counts the sites whose row is not what their records and heads say, or that have no row. */
export function findWrongRows(db: Db): number {
  const edited = editedSites(db)
  const readRecords = db
    .prepare(`SELECT ${RECORD_COLUMNS} FROM data_set_record AS record WHERE site_id = ? ORDER BY data_set`)
    .raw()
  const readRow = db.prepare(`SELECT id, revision, ${FIELD_COLUMNS.join(', ')}, mw_rung FROM site WHERE id = ?`).raw()
  let wrong = db
    .prepare('SELECT count(DISTINCT site_id) FROM data_set_record WHERE site_id NOT IN (SELECT id FROM site)')
    .pluck()
    .get() as number
  for (const id of db.prepare('SELECT id FROM site').pluck().all() as string[]) {
    const stored = readRow.get(id) as unknown[]
    const records = (readRecords.all(id) as StoredRecord[]).map(parseRecord)
    const overrides = edited.has(id) ? overridesOf(readHeads(db, id)) : undefined
    const due = siteRow(id, stored[1] as number, records, overrides)
    if (due.some((value, i) => value !== stored[i])) wrong++
  }
  return wrong
}
