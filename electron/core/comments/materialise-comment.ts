import * as z from 'zod'
import { threadId } from '../../../shared/contract/comments.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { readRowState } from '../oplog/row-state.ts'
import { isCommentPart } from './comment-cells.ts'

/** What the op that writes a comment says. */
export const writtenComment = z.object({ threadId, text: z.string().max(10_000) })

export type WrittenComment = z.output<typeof writtenComment>

/** Writes a comment's row from its heads. One that was changed by somebody who had not heard of its removal stays. */
export function materialiseComment(db: Db, commentId: string): void {
  const state = readRowState(db, 'comment', commentId, isCommentPart)
  const written = writtenComment.safeParse(state?.values)
  if (state === null || !written.success) {
    db.prepare('DELETE FROM comment WHERE id = ?').run(commentId)
    return
  }
  const edit = db
    .prepare(
      `SELECT op.id FROM head JOIN op ON op.id = head.op WHERE head.entity = 'comment' AND head.row_id = ?
       AND head.field = 'text' AND op.value <> 'null' ORDER BY op.id DESC LIMIT 1`,
    )
    .pluck()
    .get(commentId) as string | undefined
  db.prepare(
    `INSERT OR REPLACE INTO comment (id, thread_id, is_gone, text, author, written_at, edited_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    commentId,
    written.data.threadId,
    state.isGone ? 1 : 0,
    written.data.text,
    state.author,
    state.createdAt,
    edit === undefined ? null : clockTimeMs(edit),
  )
}
