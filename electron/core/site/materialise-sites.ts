import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { Db } from '../db/database.ts'
import { editedSites, type Head, overridesOf, readHeads } from './overrides.ts'
import { parseRecord, RECORD_COLUMNS, type RecordedValues, type StoredRecord } from './site-records.ts'
import { SITE_ROW_SQL, siteRow } from './site-row.ts'

/** Sites read at a time: better-sqlite3 cannot write while a read of the same connection is open. */
const CHUNK = 4_000

type RecordOfSite = [siteId: string, ...record: StoredRecord]

/** Writes one site's row from its records and heads; a site that nothing speaks of any more is taken away. */
export function materialiseSite(db: Db, siteId: string, revision: number): void {
  const records = (
    db
      .prepare(`SELECT ${RECORD_COLUMNS} FROM data_set_record AS record WHERE site_id = ? ORDER BY data_set`)
      .raw()
      .all(siteId) as StoredRecord[]
  ).map(parseRecord)
  const heads = readHeads(db, siteId)
  if (records.length === 0 && saysNothing(heads) && !hasNotes(db, siteId)) {
    db.prepare('DELETE FROM site WHERE id = ?').run(siteId)
    return
  }
  db.prepare(SITE_ROW_SQL).run(...siteRow(siteId, revision, records, overridesOf(heads)))
}

/**
 * Writes the rows of the sites listed in the temporary table `touched_site (position INTEGER PRIMARY KEY, id TEXT)`,
 * in its order.
 */
export function materialiseTouched(db: Db, revision: number): void {
  const edited = editedSites(db)
  const write = db.prepare(SITE_ROW_SQL)
  const read = db
    .prepare(
      `SELECT touched.id, ${RECORD_COLUMNS}
       FROM temp.touched_site AS touched CROSS JOIN data_set_record AS record ON record.site_id = touched.id
       WHERE touched.position BETWEEN ? AND ? ORDER BY touched.position, record.data_set`,
    )
    .raw()
  const last = (db.prepare('SELECT max(position) FROM temp.touched_site').pluck().get() as number | null) ?? -1
  const writeSite = (id: string, records: readonly RecordedValues[]) => {
    const overrides = edited.has(id) ? overridesOf(readHeads(db, id)) : undefined
    write.run(...siteRow(id, revision, records, overrides))
  }
  for (let from = 0; from <= last; from += CHUNK) {
    let id: string | undefined
    let records: RecordedValues[] = []
    for (const [siteId, ...record] of read.all(from, from + CHUNK - 1) as RecordOfSite[]) {
      if (siteId !== id) {
        if (id !== undefined) writeSite(id, records)
        id = siteId
        records = []
      }
      records.push(parseRecord(record))
    }
    if (id !== undefined) writeSite(id, records)
  }
  settleWithoutRecords(db, revision)
}

/** Touched sites that no data set speaks of any more keep what people said of them, or go. */
function settleWithoutRecords(db: Db, revision: number): void {
  const ids = db
    .prepare(
      `SELECT id FROM temp.touched_site AS touched
       WHERE NOT EXISTS (SELECT 1 FROM data_set_record WHERE site_id = touched.id)`,
    )
    .pluck()
    .all() as string[]
  for (const id of ids) materialiseSite(db, id, revision)
}

/** True where nobody ever edited the site, or every edit was taken back. */
function saysNothing(heads: ReadonlyMap<SiteFieldKey, readonly Head[]>): boolean {
  return [...heads.values()].every((list) => list.every(({ value }) => value === null))
}

function hasNotes(db: Db, siteId: string): boolean {
  return db.prepare('SELECT 1 FROM note WHERE site_id = ?').get(siteId) !== undefined
}
