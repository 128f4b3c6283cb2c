import type { SavedLand } from '../../../shared/contract/land.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import type { LandInput } from './land-input.ts'

/** The one cell of a site's buildable land: what was measured, from what; null where it was taken away. */
export const LAND_FIELD = 'land'

/** What the cell holds. */
export interface MeasuredLand extends Pick<SavedLand, 'request' | 'result'> {
  readonly inputs: readonly Pick<LandInput, 'label' | 'hash'>[]
}

export interface StoredLand extends MeasuredLand {
  readonly author: string
  readonly savedAt: number
}

/** Writes a site's buildable land from its head; of two people's the later one shows. */
export function materialiseLand(db: Db, siteId: string): void {
  const head = db
    .prepare(
      `SELECT op.id, op.value, op.author FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'land' AND head.row_id = ? AND head.field = ? ORDER BY op.id DESC LIMIT 1`,
    )
    .raw()
    .get(siteId, LAND_FIELD) as [string, string, string] | undefined
  const measured = head ? (JSON.parse(head[1]) as MeasuredLand | null) : null
  if (!head || measured === null) {
    db.prepare('DELETE FROM buildable_land WHERE site_id = ?').run(siteId)
    return
  }
  const stored: StoredLand = { ...measured, author: head[2], savedAt: clockTimeMs(head[0]) }
  db.prepare(
    `INSERT INTO buildable_land (site_id, content) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET content = excluded.content`,
  ).run(siteId, JSON.stringify(stored))
}
