import type { Db } from '../db/database.ts'
import { indexFrom, indexTouched, unindexTouched } from '../site/index-sites.ts'
import { materialiseTouched } from '../site/materialise-sites.ts'
import { stagedSiteColumns } from './staged-table.ts'
import { createTouchedSites } from './touched-sites.ts'

/**
 * Writes the sites of a data set that is new. The row of a site that nobody has spoken of was made when its record was
 * staged; reading records back from the catalog would take as long again. Sites that have a row already, or that a
 * person spoke of, are made from all that is said of them.
 * @param putRecords puts the records in. The sites go first: what the indices are made from is then still in the cache.
 */
export function commitNewSites(db: Db, revision: number, putRecords: () => void): void {
  createTouchedSites(db)
  const known = db
    .prepare(
      `INSERT INTO temp.touched_site (id) SELECT site_id FROM temp.stage
         WHERE EXISTS (SELECT 1 FROM site WHERE site.id = stage.site_id)
         OR EXISTS (SELECT 1 FROM head WHERE entity = 'site' AND row_id = stage.site_id) ORDER BY position`,
    )
    .run().changes
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
