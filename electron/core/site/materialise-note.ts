import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { isDeleted } from '../oplog/is-deleted.ts'

type OpRow = [field: string, op: string, value: string, author: string, state: string]

/**
 * Writes a note's row from its heads and tells its site. A note that was changed by somebody whom its deleter had
 * not heard of stays.
 */
export function materialiseNote(db: Db, noteId: string): string | null {
  const former = db.prepare('SELECT site_id FROM note WHERE id = ?').pluck().get(noteId) as string | undefined
  const heads = db
    .prepare(
      `SELECT head.field, op.id, op.value, op.author, coalesce(op.restores, op.id) FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'note' AND head.row_id = ? ORDER BY op.id DESC`,
    )
    .raw()
    .all(noteId) as OpRow[]
  const shown = (field: string) => heads.find((head) => head[0] === field)
  const text = shown('text')
  const site = shown('site')
  const siteId = site ? (JSON.parse(site[2]) as string | null) : null
  const content = text ? (JSON.parse(text[2]) as string | null) : null
  db.prepare('DELETE FROM note WHERE id = ?').run(noteId)
  if (text && siteId !== null && content !== null && !isDeleted(heads, (field) => field === 'text')) {
    const first = db
      .prepare(`SELECT id, author FROM op WHERE entity = 'note' AND row_id = ? ORDER BY id LIMIT 1`)
      .raw()
      .get(noteId) as [string, string]
    db.prepare('INSERT INTO note (id, site_id, text, author, created_at, edited_at) VALUES (?, ?, ?, ?, ?, ?)').run(
      noteId,
      siteId,
      content,
      first[1],
      clockTimeMs(first[0]),
      clockTimeMs(text[1]),
    )
  }
  return siteId ?? former ?? null
}
