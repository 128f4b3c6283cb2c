import type { Db } from '../db/database.ts'

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The R*Tree rounds to 32 bits, outward; the exact test on the site's own position follows. */
export const WITHIN_SQL = `
  SELECT site.id FROM site_rtree AS near CROSS JOIN site ON site.key = near.key
  WHERE near.east >= @west AND near.west <= @east AND near.north >= @south AND near.south <= @north
    AND site.longitude BETWEEN @west AND @east AND site.latitude BETWEEN @south AND @north
  ORDER BY site.key LIMIT @limit`

/** Ids of the sites in a box; one whose west lies east of its east crosses the antimeridian. */
export function sitesWithin(db: Db, box: Box, limit: number): string[] {
  const inside = db.prepare(WITHIN_SQL).pluck()
  const find = (west: number, east: number) => inside.all({ ...box, west, east, limit }) as string[]
  if (box.west <= box.east) return find(box.west, box.east)
  return [...find(box.west, 180), ...find(-180, box.east)].slice(0, limit)
}
