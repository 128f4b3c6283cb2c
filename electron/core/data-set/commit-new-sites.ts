import type { Db } from '../db/database.ts'
import type { CommitTarget } from '../import/importer.ts'
import { indexFrom, indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { editedSites } from '../site/overrides.ts'
import type { RecordRungs, RecordValues } from '../site/site-records.ts'
import { SITE_ROW_SQL, siteRow } from '../site/site-row.ts'
import { createTouchedSites } from './touched-sites.ts'

/** A staged row that is still in memory: what goes into the catalog, and what its site is made of. */
export interface KeptRow {
  readonly siteId: string
  readonly rowNumber: number
  readonly source: string
  readonly asOf: string | null
  /** JSON in UTF-8: what goes into the database is made once, and half as large as a text with one foreign letter. */
  readonly valuesJson: Uint8Array
  readonly rungsJson: string | null
  /** Index among the headers. */
  readonly header: number
  readonly cellsJson: Uint8Array
  readonly values: RecordValues
  readonly rungs: RecordRungs
}

/** Page cache while many sites go in, KiB: pages that do not fit are written and read again. */
const CACHE_KIB = 128 * 1024

/** How many of the rows speak of sites that another data set or a person brought in. */
export function countKnown(db: Db, rows: readonly KeptRow[]): number {
  const isKnown = knownSites(db)
  return rows.reduce((count, { siteId }) => (isKnown(siteId) ? count + 1 : count), 0)
}

/**
 * Puts the rows of a data set that is new in, inside the import's transaction. A site that nobody has spoken of is
 * written straight from its row; reading the row back from the catalog would take as long again.
 */
export function commitNewSites(
  db: Db,
  { dataSet, revision }: CommitTarget,
  rows: readonly KeptRow[],
  headers: readonly string[],
): void {
  const formerCache = db.pragma('cache_size', { simple: true }) as number
  db.pragma(`cache_size = -${CACHE_KIB}`)
  try {
    const isKnown = knownSites(db)
    const edited = editedSites(db)
    const known = new Set(
      rows.filter(({ siteId }) => isKnown(siteId) || edited.has(siteId)).map(({ siteId }) => siteId),
    )
    const lastKey = (db.prepare('SELECT max(key) FROM site').pluck().get() as number | null) ?? 0
    insertRecords(db, dataSet, rows, headers)
    const write = db.prepare(SITE_ROW_SQL)
    for (const row of rows) if (!known.has(row.siteId)) write.run(siteRow(row.siteId, revision, [row], undefined))
    indexFrom(db, lastKey)
    if (known.size > 0) rewriteKnown(db, known, revision)
  } finally {
    db.pragma(`cache_size = ${formerCache}`)
  }
}

function knownSites(db: Db): (siteId: string) => boolean {
  if (db.prepare('SELECT 1 FROM site LIMIT 1').get() === undefined) return () => false
  const find = db.prepare('SELECT 1 FROM site WHERE id = ?')
  return (siteId) => find.get(siteId) !== undefined
}

function insertRecords(db: Db, dataSet: number, rows: readonly KeptRow[], headers: readonly string[]): void {
  const put = db.prepare('INSERT INTO record_header (names) VALUES (?) ON CONFLICT (names) DO NOTHING')
  const find = db.prepare('SELECT key FROM record_header WHERE names = ?').pluck()
  const keys = headers.map((names) => {
    put.run(names)
    return find.get(names) as number
  })
  const insert = db.prepare(
    `INSERT INTO data_set_record (data_set, site_id, row_number, source, as_of, site_values, rungs, header, cells)
     VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT))`,
  )
  for (const row of rows)
    insert.run([
      dataSet,
      row.siteId,
      row.rowNumber,
      row.source,
      row.asOf,
      row.valuesJson,
      row.rungsJson,
      keys[row.header] ?? 0,
      row.cellsJson,
    ])
}

/** Sites that have a row already, or that a person spoke of, are made from all that is said of them. */
function rewriteKnown(db: Db, known: ReadonlySet<string>, revision: number): void {
  createTouchedSites(db)
  const list = db.prepare('INSERT INTO temp.touched_site (id) VALUES (?)')
  for (const siteId of known) list.run(siteId)
  unindexTouched(db)
  materialiseTouched(db, revision)
  indexTouched(db)
}
