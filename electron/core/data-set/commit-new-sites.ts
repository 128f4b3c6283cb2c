import type { Db } from '../db/database.ts'
import { indexFrom, indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { stagedSiteColumns } from './staged-table.ts'
import { createTouchedSites } from './touched-sites.ts'

/**
 * Writes the sites of a data set that is new. The row of a site that nobody has spoken of was made when its record was
 * staged; reading records back from the catalog would take as long again. Sites that have a row already, or that a
 * person spoke of, are made from all that is said of them.
 * @param rowOfSite the staged sites and their rows in the file
 * @param putRecords puts the records in. The sites go first: what the indices are made from is then still in the cache.
 */
export function commitNewSites(
  db: Db,
  revision: number,
  rowOfSite: ReadonlyMap<string, number>,
  putRecords: () => void,
): void {
  const known = touchKnown(db, rowOfSite)
  const lastKey = (db.prepare('SELECT max(key) FROM site').pluck().get() as number | null) ?? 0
  const columns = stagedSiteColumns(db).join(', ')
  db.prepare(
    `INSERT INTO site (revision, ${columns}) SELECT ?, ${columns} FROM temp.stage_site
       ${known > 0 ? 'WHERE id NOT IN (SELECT id FROM temp.touched_site)' : ''} ORDER BY position`,
  ).run(revision)
  indexFrom(db, lastKey)
  putRecords()
  if (known === 0) return
  unindexTouched(db)
  materialiseTouched(db, revision)
  indexTouched(db)
}

/** Lists the sites that the catalog has or that a person spoke of, in the order of the file, and counts them. */
function touchKnown(db: Db, rowOfSite: ReadonlyMap<string, number>): number {
  createTouchedSites(db)
  const known: string[] = []
  const ids = db.prepare(`SELECT id FROM site UNION SELECT row_id FROM head WHERE entity = 'site'`).pluck()
  for (const id of ids.iterate() as Iterable<string>) if (rowOfSite.has(id)) known.push(id)
  known.sort((one, other) => (rowOfSite.get(one) ?? 0) - (rowOfSite.get(other) ?? 0))
  const touch = db.prepare('INSERT INTO temp.touched_site (id) VALUES (?)')
  for (const id of known) touch.run(id)
  return known.length
}
