import type { SavedMapping } from '../../../shared/contract/mappings.ts'
import type { Db } from '../db/database.ts'

/** The catalog's mappings by name. */
export function readMappings(db: Db): SavedMapping[] {
  const rows = db.prepare('SELECT content FROM mapping ORDER BY name COLLATE NOCASE, id').pluck().all() as string[]
  return rows.map((content) => JSON.parse(content) as SavedMapping)
}
