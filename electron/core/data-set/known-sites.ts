import type { Db } from '../db/database.ts'

/** Ids of the sites that the catalog has, and of those that a person spoke of. */
export function knownSites(db: Db): ReadonlySet<string> {
  return new Set(
    db.prepare(`SELECT id FROM site UNION SELECT row_id FROM head WHERE entity = 'site'`).pluck().all() as string[],
  )
}
