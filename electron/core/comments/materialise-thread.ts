import * as z from 'zod'
import { commentAnchor } from '../../../shared/contract/comments.ts'
import { siteId } from '../../../shared/contract/values.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { readRowState } from '../oplog/row-state.ts'
import { isThreadPart } from './comment-cells.ts'

/** What the op that opens a thread says. */
export const openedThread = z.object({
  anchor: commentAnchor,
  /** The site that it counts for. */
  siteId: siteId.nullable(),
})

export type OpenedThread = z.output<typeof openedThread>

/** Writes a thread's row from its heads. It stays where its opening was undone, for what others have said in it. */
export function materialiseThread(db: Db, threadId: string): void {
  const state = readRowState(db, 'commentThread', threadId, isThreadPart)
  const opened = openedThread.safeParse(state?.values)
  if (state === null || !opened.success) {
    db.prepare('DELETE FROM comment_thread WHERE id = ?').run(threadId)
    return
  }
  const { anchor } = opened.data
  const last = db
    .prepare(
      `SELECT id, author FROM op WHERE entity = 'commentThread' AND row_id = ? AND field = 'isResolved'
       AND value <> 'null' ORDER BY id DESC LIMIT 1`,
    )
    .raw()
    .get(threadId) as [string, string] | undefined
  db.prepare(
    `INSERT OR REPLACE INTO comment_thread
       (id, anchor, site_id, annotation_id, is_resolved, is_contested, resolved_by, resolved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    threadId,
    JSON.stringify(anchor),
    opened.data.siteId,
    anchor.type === 'annotation' ? anchor.annotationId : null,
    state.values['isResolved'] === true ? 1 : 0,
    state.conflicts.has('isResolved') ? 1 : 0,
    last?.[1] ?? null,
    last ? clockTimeMs(last[0]) : null,
  )
}
