import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { Comment, CommentAnchor, CommentCounts, CommentThread } from '../../../shared/contract/comments.ts'
import { isSiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { annotationName } from '../annotations/annotation-words.ts'
import type { Db } from '../db/database.ts'
import { anchorPosition } from './anchor-position.ts'

export interface CommentFilter {
  readonly siteId?: string | undefined
  readonly annotationId?: string | undefined
  readonly isPinned?: boolean | undefined
  readonly isResolved?: boolean | undefined
  readonly limit: number
}

/** Threads with a comment standing in them, with the site that each counts for now. */
const THREADS = `
  SELECT thread.id AS threadId, thread.anchor, thread.anchor_type AS anchorType, is_resolved AS isResolved,
    is_contested AS isContested, resolved_by AS resolvedBy, resolved_at AS resolvedAt,
    thread.annotation_id AS annotationId, annotation.is_gone AS isGone,
    CASE WHEN annotation.is_gone = 0 THEN annotation.site_id ELSE thread.site_id END AS siteId,
    (SELECT max(written_at) FROM comment WHERE thread_id = thread.id AND is_gone = 0) AS lastAt
  FROM comment_thread AS thread LEFT JOIN annotation ON annotation.id = thread.annotation_id`

interface ThreadRow {
  readonly threadId: string
  readonly anchor: string
  readonly annotationId: string | null
  readonly isGone: 0 | 1 | null
  readonly siteId: string | null
  readonly isResolved: 0 | 1
  readonly isContested: 0 | 1
  readonly resolvedBy: string | null
  readonly resolvedAt: number | null
}

/** Threads with their comments, those with the newest comment first. */
export function readThreads(db: Db, filter: CommentFilter): { threads: CommentThread[]; leftOut: number } {
  const { siteId, annotationId, isPinned, isResolved, limit } = filter
  const where = [
    'lastAt IS NOT NULL',
    ...(siteId === undefined ? [] : ['siteId = @siteId']),
    ...(annotationId === undefined ? [] : ['annotationId = @annotationId']),
    ...(isResolved === undefined ? [] : [`isResolved = ${isResolved ? 1 : 0}`]),
    ...(isPinned === undefined ? [] : [`(anchorType = 'point' OR isGone IS 0) = ${isPinned ? 1 : 0}`]),
  ].join(' AND ')
  const parameters = {
    ...(siteId === undefined ? {} : { siteId }),
    ...(annotationId === undefined ? {} : { annotationId }),
  }
  return db.transaction(() => {
    const total = db.prepare(`SELECT count(*) FROM (${THREADS}) WHERE ${where}`).pluck().get(parameters) as number
    const rows = db
      .prepare(`SELECT * FROM (${THREADS}) WHERE ${where} ORDER BY lastAt DESC, threadId LIMIT @limit`)
      .all({ ...parameters, limit }) as ThreadRow[]
    return { threads: rows.map((row) => threadOf(db, row)), leftOut: total - rows.length }
  })()
}

/** How many threads are open and how many there are, by site and by annotation. */
export function readCommentCounts(db: Db): CommentCounts {
  const grouped = (column: 'siteId' | 'annotationId') =>
    db
      .prepare(
        `SELECT ${column}, sum(NOT isResolved) AS open, count(*) AS total FROM (${THREADS})
         WHERE lastAt IS NOT NULL AND ${column} IS NOT NULL GROUP BY ${column} ORDER BY ${column}`,
      )
      .all()
  return db.transaction(() => ({
    sites: grouped('siteId') as CommentCounts['sites'],
    annotations: grouped('annotationId') as CommentCounts['annotations'],
  }))()
}

function threadOf(db: Db, row: ThreadRow): CommentThread {
  const anchor = JSON.parse(row.anchor) as CommentAnchor
  const annotation = row.annotationId === null ? null : annotationOf(db, row.annotationId)
  return {
    threadId: row.threadId,
    anchor,
    siteId: row.siteId,
    position: row.isGone === 1 ? null : anchorPosition(anchor, annotation),
    subject: subjectOf(anchor, annotation),
    isOrphan: anchor.type === 'annotation' && row.isGone !== 0,
    isResolved: row.isResolved === 1,
    isContested: row.isContested === 1,
    resolution:
      row.resolvedBy === null || row.resolvedAt === null ? null : { author: row.resolvedBy, at: row.resolvedAt },
    comments: db
      .prepare(
        `SELECT id AS commentId, text, author, written_at AS writtenAt, edited_at AS editedAt FROM comment
         WHERE thread_id = ? AND is_gone = 0 ORDER BY written_at, id`,
      )
      .all(row.threadId) as Comment[],
  }
}

/** An annotation, removed or not. */
function annotationOf(db: Db, annotationId: string): Annotation | null {
  const content = db.prepare('SELECT content FROM annotation WHERE id = ?').pluck().get(annotationId) as
    | string
    | undefined
  return content === undefined ? null : (JSON.parse(content) as Annotation)
}

function subjectOf(anchor: CommentAnchor, annotation: Annotation | null): string {
  if (anchor.type === 'field') return isSiteFieldKey(anchor.field) ? siteField(anchor.field).label : anchor.field
  if (anchor.type !== 'annotation') return ''
  return annotation ? annotationName(annotation) : 'a drawing that is not in this catalog'
}
