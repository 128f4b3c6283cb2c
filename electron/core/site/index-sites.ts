import type { Db } from '../db/database.ts'

const FTS_COLUMNS = 'name, place, operator, owner, utility, notes'

/** Brings the full-text and position indices of one site up to its row; `formerKey` is its key before the write. */
export function indexSite(db: Db, siteId: string, formerKey: number | undefined): void {
  if (formerKey !== undefined) {
    db.prepare('DELETE FROM site_fts WHERE rowid = ?').run(formerKey)
    db.prepare('DELETE FROM site_rtree WHERE key = ?').run(formerKey)
  }
  db.prepare(`INSERT INTO site_fts (rowid, ${FTS_COLUMNS}) SELECT key, ${FTS_COLUMNS} FROM site_text WHERE id = ?`).run(
    siteId,
  )
  db.prepare(
    `INSERT INTO site_rtree (key, west, east, south, north)
     SELECT key, longitude, longitude, latitude, latitude FROM site WHERE id = ? AND latitude IS NOT NULL`,
  ).run(siteId)
}

export function siteKey(db: Db, siteId: string): number | undefined {
  return db.prepare('SELECT key FROM site WHERE id = ?').pluck().get(siteId) as number | undefined
}

/** Puts the sites whose rows came after a key into both indices, in one pass each. */
export function indexFrom(db: Db, lastKey: number): void {
  // Few sites have notes when they come; looking for some of each takes as long as indexing the rest.
  const withNotes = db.prepare('SELECT DISTINCT site_id FROM note').pluck().all() as string[]
  const noted = withNotes.map((id) => siteKey(db, id)).filter((key) => key !== undefined && key > lastKey)
  const isNoted = `key IN (SELECT value FROM json_each('${JSON.stringify(noted)}'))`
  db.prepare(
    `INSERT INTO site_fts (rowid, ${FTS_COLUMNS})
     SELECT key, name, concat_ws(' ', city, county, state), operator, owner, utility, NULL FROM site
     WHERE key > ? ${noted.length === 0 ? '' : `AND NOT ${isNoted}`}`,
  ).run(lastKey)
  if (noted.length > 0)
    db.exec(`INSERT INTO site_fts (rowid, ${FTS_COLUMNS}) SELECT key, ${FTS_COLUMNS} FROM site_text WHERE ${isNoted}`)
  db.prepare(
    `INSERT INTO site_rtree (key, west, east, south, north)
     SELECT key, longitude, longitude, latitude, latitude FROM site WHERE key > ? AND latitude IS NOT NULL`,
  ).run(lastKey)
}

/** Takes the touched sites that have a row out of both indices, before their rows are written. */
export function unindexTouched(db: Db): void {
  const keys = 'SELECT site.key FROM temp.touched_site AS touched CROSS JOIN site ON site.id = touched.id'
  db.exec(`DELETE FROM site_fts WHERE rowid IN (${keys})`)
  db.exec(`DELETE FROM site_rtree WHERE key IN (${keys})`)
}

/** Puts the touched sites that have a row into both indices, set by set: row by row is several times slower. */
export function indexTouched(db: Db): void {
  const touched = 'WHERE id IN (SELECT id FROM temp.touched_site)'
  db.exec(`INSERT INTO site_fts (rowid, ${FTS_COLUMNS}) SELECT key, ${FTS_COLUMNS} FROM site_text ${touched}`)
  db.exec(
    `INSERT INTO site_rtree (key, west, east, south, north)
     SELECT key, longitude, longitude, latitude, latitude FROM site ${touched} AND latitude IS NOT NULL`,
  )
}
