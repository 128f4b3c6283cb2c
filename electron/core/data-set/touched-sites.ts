import type { Db } from '../db/database.ts'

/** The temporary list of the sites that a write touches, which materialising and indexing go by. */
export function createTouchedSites(db: Db): void {
  db.exec('DROP TABLE IF EXISTS temp.touched_site')
  db.exec('CREATE TEMP TABLE touched_site (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)')
}
