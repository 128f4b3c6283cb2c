import type { Comment, CommentAnchor, CommentCounts, CommentThread } from '../../shared/contract/comments.ts'
import { isSiteFieldKey, siteField } from '../../shared/domain/site/site-fields.ts'

/** The comments of a host inside the page; each write takes what was there as a whole, so that undo can bring it back. */
export class PageComments {
  threads: readonly CommentThread[] = []
  readonly #author: string

  constructor(author: string) {
    this.#author = author
  }

  counts(): CommentCounts {
    const bySite = Map.groupBy(
      this.threads.filter(({ siteId }) => siteId !== null),
      ({ siteId }) => siteId ?? '',
    )
    return {
      annotations: [],
      sites: [...bySite].map(([siteId, threads]) => ({
        siteId,
        open: threads.filter(({ isResolved }) => !isResolved).length,
        total: threads.length,
      })),
    }
  }

  /** The threads after a new one. */
  started(anchor: CommentAnchor, text: string): { threads: readonly CommentThread[]; threadId: string } {
    const threadId = crypto.randomUUID()
    const thread: CommentThread = {
      threadId,
      anchor,
      siteId: anchor.type === 'annotation' ? null : anchor.siteId,
      position: anchor.type === 'point' ? anchor.position : null,
      subject: anchor.type === 'field' && isSiteFieldKey(anchor.field) ? siteField(anchor.field).label : '',
      isOrphan: false,
      isResolved: false,
      resolution: null,
      isContested: false,
      comments: [this.#comment(text, this.#author)],
    }
    return { threadId, threads: [thread, ...this.threads] }
  }

  replied(threadId: string, text: string, author = this.#author): readonly CommentThread[] {
    return this.#with(threadId, (thread) => ({
      ...thread,
      comments: [...thread.comments, this.#comment(text, author)],
    }))
  }

  resolved(threadId: string, isResolved: boolean): readonly CommentThread[] {
    return this.#with(threadId, (thread) => ({
      ...thread,
      isResolved,
      resolution: { author: this.#author, at: 0 },
    }))
  }

  edited(commentId: string, text: string): readonly CommentThread[] {
    return this.threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((each) => (each.commentId === commentId ? { ...each, text, editedAt: 1 } : each)),
    }))
  }

  removed(commentId: string): readonly CommentThread[] {
    return this.threads
      .map((thread) => ({ ...thread, comments: thread.comments.filter((each) => each.commentId !== commentId) }))
      .filter(({ comments }) => comments.length > 0)
  }

  #with(threadId: string, change: (thread: CommentThread) => CommentThread): readonly CommentThread[] {
    return this.threads.map((thread) => (thread.threadId === threadId ? change(thread) : thread))
  }

  #comment(text: string, author: string): Comment {
    return { commentId: crypto.randomUUID(), text, author, writtenAt: Date.UTC(2026, 6, 1), editedAt: null }
  }
}
