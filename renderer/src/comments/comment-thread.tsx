import { Button } from '@mantine/core'
import type { CommentThread } from '../../../shared/contract/comments.ts'
import { formatDateTime } from '../../../shared/format/format-date.ts'
import { useApp } from '../stores/use-app.ts'
import { CommentForm } from './comment-form.tsx'
import { CommentItem } from './comment-item.tsx'
import { threadSubject } from './thread-subject.ts'

export interface ThreadCardProps {
  readonly thread: CommentThread
  /** Left out where what the thread is about is plain to see. */
  readonly hasSubject?: boolean
  readonly isOnMap?: boolean
  onClose?(): void
}

/** A thread with its comments, an answer, and whether it is done with. */
export function ThreadCard({ thread, hasSubject = true, isOnMap = false }: ThreadCardProps) {
  const { threadId, comments, isResolved, resolution, isContested, position } = thread
  const replyTo = useApp((state) => state.replyTo)
  const resolveThread = useApp((state) => state.resolveThread)
  const openMapComment = useApp((state) => state.openMapComment)
  const subject = threadSubject(thread)
  return (
    <section className="thread" data-resolved={isResolved} aria-label={`Comments on ${subject}`}>
      {hasSubject ? (
        <div className="thread__subject">
          <span>{subject}</span>
          {position !== null && !isOnMap ? (
            <button
              type="button"
              className="plain-button link"
              onClick={() => openMapComment({ type: 'thread', threadId })}
            >
              Show on map
            </button>
          ) : null}
        </div>
      ) : null}
      {comments.map((comment) => (
        <CommentItem key={comment.commentId} comment={comment} />
      ))}
      {isContested ? (
        <p className="draft-mark">
          Two people resolved and reopened this at the same time; resolve or reopen it to decide.
        </p>
      ) : null}
      {isResolved ? null : (
        <CommentForm
          draftKey={threadId}
          label={`Reply on ${subject}`}
          submitLabel="Reply"
          placeholder="Reply"
          onSend={(text) => replyTo(threadId, text)}
        />
      )}
      <div className="thread__foot">
        {isResolved && resolution !== null ? (
          <span className="muted">
            Resolved by {resolution.author}, {formatDateTime(resolution.at)}
          </span>
        ) : null}
        {isContested ? <ResolveButton isResolved={!isResolved} onClick={() => resolve(isResolved)} /> : null}
        <ResolveButton isResolved={isResolved} onClick={() => resolve(!isResolved)} />
      </div>
    </section>
  )

  function resolve(toResolved: boolean): void {
    void resolveThread(threadId, toResolved)
  }
}

function ResolveButton({ isResolved, onClick }: { readonly isResolved: boolean; onClick(): void }) {
  return (
    <Button size="compact-xs" variant="default" onClick={onClick}>
      {isResolved ? 'Reopen' : 'Resolve'}
    </Button>
  )
}
