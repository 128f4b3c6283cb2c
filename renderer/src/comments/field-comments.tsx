import { IconMessage, IconMessagePlus } from '@tabler/icons-react'
import type { CommentAnchor } from '../../../shared/contract/comments.ts'
import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { fieldCommentKey } from '../stores/comment-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CommentForm } from './comment-form.tsx'
import { ThreadCard } from './comment-thread.tsx'

interface FieldProps {
  readonly siteId: string
  readonly field: SiteFieldKey
}

/** Opens the comments of an attribute; says how many of them are open. */
export function FieldCommentButton({ siteId, field, onClick }: FieldProps & { onClick(): void }) {
  const open = useApp((state) => state.fieldComments.get(fieldCommentKey(siteId, field))?.open ?? 0)
  const { label } = siteField(field)
  if (open === 0)
    return (
      <span className="field-comments__none">
        <IconButton label={`Comment on ${label}`} onClick={onClick}>
          <IconMessagePlus size={15} stroke={1.6} />
        </IconButton>
      </span>
    )
  return (
    <IconButton label={`${open} open ${open === 1 ? 'comment' : 'comments'} on ${label}`} onClick={onClick}>
      <span className="field-comments__count num">
        <IconMessage size={15} stroke={1.7} />
        {open}
      </span>
    </IconButton>
  )
}

/** The threads of an attribute, and words for a new one. */
export function FieldComments({ siteId, field, onClose }: FieldProps & { onClose(): void }) {
  const threads = useApp((state) => state.threads)
  const startThread = useApp((state) => state.startThread)
  const ofField = threads.filter(
    ({ anchor }) => anchor.type === 'field' && anchor.siteId === siteId && anchor.field === field,
  )
  const anchor: CommentAnchor = { type: 'field', siteId, field }
  return (
    <div className="field-comments">
      {ofField.map((thread) => (
        <ThreadCard key={thread.threadId} thread={thread} hasSubject={false} />
      ))}
      <CommentForm
        draftKey={fieldCommentKey(siteId, field)}
        label={`New comment on ${siteField(field).label}`}
        submitLabel="Comment"
        hasFocus={ofField.length === 0}
        onSend={async (text) => (await startThread(anchor, text)) !== null}
        onClose={onClose}
      />
    </div>
  )
}
