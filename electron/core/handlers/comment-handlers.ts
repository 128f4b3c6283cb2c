import { randomUUID } from 'node:crypto'
import type { CommentAnchor } from '../../../shared/contract/comments.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { annotationName } from '../annotations/annotation-words.ts'
import { requireAnnotation } from '../annotations/read-annotations.ts'
import type { WrittenComment } from '../comments/materialise-comment.ts'
import type { OpenedThread } from '../comments/materialise-thread.ts'
import { readRevision } from '../db/meta.ts'
import type { CellChange } from '../oplog/cell.ts'
import type { Deletion } from '../oplog/is-deleted.ts'
import { DELETED_FIELD } from '../oplog/is-deleted.ts'
import { CREATED_FIELD, type PartValue, seenOps } from '../oplog/row-state.ts'
import { requireSite } from '../site/read-site.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type CommentMethod = Extract<keyof HandlersOfKind<'command'>, `comments.${string}`>

interface CommentRow {
  readonly threadId: string
  readonly text: string
  readonly author: string
}

/** What people say of sites, their fields, drawings and places; each call is one step of undo. */
export function commentHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, CommentMethod> {
  const { db } = context
  const entity = 'comment'

  return {
    'comments.start': ({ anchor, text }) => {
      const [threadId, commentId] = [randomUUID(), randomUUID()]
      const result = writeEdit(context, 'The comment', () => {
        const { siteId, subject } = requireAnchor(anchor)
        const opened: OpenedThread = { anchor, siteId }
        return {
          label: `Comment on ${subject}`,
          changes: [
            { entity: 'commentThread', rowId: threadId, field: CREATED_FIELD, value: opened },
            written(commentId, { threadId, text }),
          ],
        }
      })
      return { ...result, threadId, commentId }
    },

    'comments.reply': ({ threadId, text }) => {
      const commentId = randomUUID()
      const result = writeEdit(context, 'The reply', () => ({
        label: `Reply on ${requireThread(threadId).subject}`,
        changes: [written(commentId, { threadId, text })],
      }))
      return { ...result, threadId, commentId }
    },

    'comments.edit': ({ commentId, text }) => {
      const { threadId, text: former } = requireOwn(commentId)
      const { subject } = requireThread(threadId)
      const label = `Edit comment on ${subject}`
      if (former === text) return { revision: readRevision(db), label, threadId, commentId }
      const result = writeEdit(context, 'The comment', () => {
        requireOwn(commentId)
        const value: PartValue = { value: text }
        return { label, changes: [{ entity, rowId: commentId, field: 'text', value }] }
      })
      return { ...result, threadId, commentId }
    },

    'comments.remove': ({ commentId }) =>
      writeEdit(context, 'The comment', () => {
        const { threadId } = requireOwn(commentId)
        const deletion: Deletion = { saw: seenOps(db, entity, commentId) }
        return {
          label: `Remove comment on ${requireThread(threadId).subject}`,
          changes: [{ entity, rowId: commentId, field: DELETED_FIELD, value: deletion }],
        }
      }),

    'comments.resolve': ({ threadId, isResolved }) => {
      const thread = requireThread(threadId)
      const label = `${isResolved ? 'Resolve' : 'Reopen'} comments on ${thread.subject}`
      if (thread.isResolved === isResolved && !thread.isContested) return { revision: readRevision(db), label }
      const value: PartValue = { value: isResolved }
      return writeEdit(context, 'The comments', () => ({
        label,
        changes: [{ entity: 'commentThread', rowId: threadId, field: 'isResolved', value }],
      }))
    },
  }

  function written(rowId: string, comment: WrittenComment): CellChange {
    return { entity, rowId, field: CREATED_FIELD, value: comment }
  }

  /** @throws AppError 'not_found' where what is commented on is gone. */
  function requireAnchor(anchor: CommentAnchor): { siteId: string | null; subject: string } {
    if (anchor.type === 'annotation') {
      const annotation = requireAnnotation(db, anchor.annotationId)
      return { siteId: annotation.siteId, subject: annotationName(annotation) }
    }
    const site = anchor.siteId === null ? null : requireSite(db, anchor.siteId)
    if (anchor.type === 'field') return { siteId: anchor.siteId, subject: fieldOf(anchor, site ?? '') }
    return { siteId: anchor.siteId, subject: anchor.type === 'site' && site !== null ? site : placeNear(site) }
  }

  /** A thread with a comment standing in it. @throws AppError 'not_found' */
  function requireThread(threadId: string): { subject: string; isResolved: boolean; isContested: boolean } {
    const found = db
      .prepare(
        `SELECT anchor, is_resolved AS isResolved, is_contested AS isContested FROM comment_thread AS thread
         WHERE id = ? AND EXISTS (SELECT 1 FROM comment WHERE thread_id = thread.id AND is_gone = 0)`,
      )
      .get(threadId) as { anchor: string; isResolved: 0 | 1; isContested: 0 | 1 } | undefined
    if (!found) throw new AppError('not_found', 'These comments were removed; start new ones.')
    return {
      subject: subjectOf(JSON.parse(found.anchor) as CommentAnchor),
      isResolved: found.isResolved === 1,
      isContested: found.isContested === 1,
    }
  }

  /** What a thread is about, whether or not that is still there. */
  function subjectOf(anchor: CommentAnchor): string {
    if (anchor.type === 'annotation') {
      const content = db.prepare('SELECT content FROM annotation WHERE id = ?').pluck().get(anchor.annotationId) as
        | string
        | undefined
      return content === undefined ? 'a removed annotation' : annotationName(JSON.parse(content))
    }
    const site =
      anchor.siteId === null
        ? null
        : ((db.prepare('SELECT name FROM site WHERE id = ?').pluck().get(anchor.siteId) as string | undefined) ??
          anchor.siteId)
    if (anchor.type === 'field') return fieldOf(anchor, site ?? '')
    return anchor.type === 'site' && site !== null ? site : placeNear(site)
  }

  /** A comment of this author. @throws AppError 'not_found', or 'forbidden' for somebody else's. */
  function requireOwn(commentId: string): CommentRow {
    const found = db
      .prepare('SELECT thread_id AS threadId, text, author FROM comment WHERE id = ? AND is_gone = 0')
      .get(commentId) as CommentRow | undefined
    if (!found) throw new AppError('not_found', 'This comment was removed; look at the comments again.')
    if (found.author !== context.author)
      throw new AppError('forbidden', `This comment is ${found.author}'s; reply to it instead.`)
    return found
  }
}

function fieldOf({ field }: Extract<CommentAnchor, { type: 'field' }>, site: string): string {
  return `${siteField(field).label} of ${site}`
}

function placeNear(site: string | null): string {
  return site === null ? 'a place on the map' : `a place at ${site}`
}
