import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useApp } from '../stores/use-app.ts'
import { CommentForm } from './comment-form.tsx'
import { ThreadCard } from './comment-thread.tsx'

const EVERYBODY = ''

/** What the team says of the site, its fields, drawings and places, newest first. */
export function CommentsSection({ siteId }: { readonly siteId: string }) {
  const threads = useApp((state) => state.threads)
  const leftOut = useApp((state) => state.threadsLeftOut)
  const startThread = useApp((state) => state.startThread)
  const [isAll, setAll] = useState(false)
  const [author, setAuthor] = useState(EVERYBODY)
  const ofSite = useMemo(() => threads.filter((thread) => thread.siteId === siteId), [threads, siteId])
  const authors = [...new Set(ofSite.flatMap(({ comments }) => comments.map((comment) => comment.author)))].sort()
  const open = ofSite.filter(({ isResolved }) => !isResolved).length
  const shown = ofSite.filter(
    ({ isResolved, comments }) =>
      (isAll || !isResolved) && (author === EVERYBODY || comments.some((comment) => comment.author === author)),
  )
  return (
    <div className="comments">
      <CommentForm
        draftKey={siteId}
        label="New comment on the site"
        submitLabel="Comment"
        placeholder="Ask or say something about this site"
        onSend={async (text) => (await startThread({ type: 'site', siteId }, text)) !== null}
      />
      {ofSite.length === 0 ? (
        <p className="muted">
          No comments yet. Comments can also be put on an attribute, on a drawing and on a place of the map.
        </p>
      ) : (
        <div className="comments__filter">
          {[false, true].map((all) => (
            <button
              key={String(all)}
              type="button"
              className="chip"
              data-on={isAll === all}
              aria-pressed={isAll === all}
              onClick={() => setAll(all)}
            >
              {all ? 'All' : 'Open'} <span className="num">{all ? ofSite.length : open}</span>
            </button>
          ))}
          {authors.length > 1 || author !== EVERYBODY ? (
            <NativeSelect
              size="xs"
              className="comments__author"
              aria-label="Comments of"
              value={author}
              onChange={(event) => setAuthor(event.currentTarget.value)}
              data={[
                { value: EVERYBODY, label: 'By everybody' },
                ...[...new Set([...authors, ...(author === EVERYBODY ? [] : [author])])].map((name) => ({
                  value: name,
                  label: `By ${name}`,
                })),
              ]}
            />
          ) : null}
        </div>
      )}
      {ofSite.length > 0 && shown.length === 0 ? (
        <p className="muted">{isAll ? 'No comments of this person.' : 'All comments are resolved.'}</p>
      ) : null}
      {shown.map((thread) => (
        <ThreadCard key={thread.threadId} thread={thread} />
      ))}
      {leftOut === 0 ? null : (
        <p className="muted">
          The catalog has <span className="num">{leftOut.toLocaleString('en-US')}</span> older threads that are not
          shown.
        </p>
      )}
    </div>
  )
}
