import type { Db } from '../db/database.ts'

/** A hit in the name counts most, then the place. */
const RANK = 'bm25(site_fts, 10, 4, 3, 3, 2, 1)'

/** Ids of the sites that hold every word of the text, the last letters of a word left open, best first. */
export function searchSites(db: Db, text: string, limit: number): string[] {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return []
  const query = words.map((word) => `"${word}"*`).join(' ')
  // Only the best hits are looked up among the sites: a common word has tens of thousands.
  return db
    .prepare(
      `SELECT site.id FROM (
         SELECT rowid AS key, ${RANK} AS badness FROM site_fts WHERE site_fts MATCH ? ORDER BY badness, rowid LIMIT ?) AS hit
       JOIN site ON site.key = hit.key ORDER BY hit.badness, site.key`,
    )
    .pluck()
    .all(query, limit) as string[]
}
