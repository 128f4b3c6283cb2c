import { useState } from 'react'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { CommentForm } from './comment-form.tsx'
import { ThreadCard } from './comment-thread.tsx'

export interface AnnotationCommentsProps {
  readonly annotationId: string
  readonly name: string
}

/** What is said of a drawing, folded away until it is asked for; open where words wait to be sent. */
export function AnnotationComments({ annotationId, name }: AnnotationCommentsProps) {
  const store = useAppStore()
  const open = useApp((state) => state.annotationComments.get(annotationId)?.open ?? 0)
  const threads = useApp((state) => state.threads)
  const startThread = useApp((state) => state.startThread)
  const [isOpen, setOpen] = useState(() => annotationId in store.getState().commentDrafts)
  const own = threads.filter(({ anchor }) => anchor.type === 'annotation' && anchor.annotationId === annotationId)
  return (
    <details className="inspector-part" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Comments {open === 0 ? '' : <span className="inspector-part__count num">{open}</span>}</summary>
      {isOpen ? (
        <div className="annotation-comments">
          {own.map((thread) => (
            <ThreadCard key={thread.threadId} thread={thread} hasSubject={false} />
          ))}
          <CommentForm
            draftKey={annotationId}
            label={`New comment on ${name}`}
            submitLabel="Comment"
            onSend={async (text) => (await startThread({ type: 'annotation', annotationId }, text)) !== null}
          />
        </div>
      ) : null}
    </details>
  )
}
