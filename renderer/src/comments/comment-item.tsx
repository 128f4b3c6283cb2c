import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Comment } from '../../../shared/contract/comments.ts'
import { formatDateTime } from '../../../shared/format/format-date.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CommentForm } from './comment-form.tsx'

/** One comment; its author can change it and take it back. */
export function CommentItem({ comment }: { readonly comment: Comment }) {
  const { commentId, text, author, writtenAt, editedAt } = comment
  const store = useAppStore()
  const isOwn = useApp((state) => state.info?.author === author)
  const editComment = useApp((state) => state.editComment)
  const removeComment = useApp((state) => state.removeComment)
  const [isEditing, setEditing] = useState(() => commentId in store.getState().commentDrafts)
  return (
    <article className="comment" aria-label={`Comment of ${author}`}>
      <div className="comment__head">
        <strong>{author}</strong>
        <span className="num" title={editedAt === null ? undefined : `Edited ${formatDateTime(editedAt)}`}>
          {formatDateTime(writtenAt)}
          {editedAt === null ? '' : ' · edited'}
        </span>
        {isOwn ? (
          <span className="comment__actions">
            <IconButton label="Edit this comment" onClick={() => setEditing(!isEditing)}>
              <IconPencil size={14} stroke={1.7} />
            </IconButton>
            <IconButton
              label="Remove this comment"
              hint="Remove this comment; undo brings it back"
              onClick={() => void removeComment(commentId)}
            >
              <IconTrash size={14} stroke={1.7} />
            </IconButton>
          </span>
        ) : null}
      </div>
      {isEditing ? (
        <CommentForm
          draftKey={commentId}
          label="Comment"
          submitLabel="Save"
          text={text}
          hasFocus
          onSend={async (changed) => {
            const isSent = await editComment(commentId, changed)
            if (isSent) setEditing(false)
            return isSent
          }}
          onClose={() => setEditing(false)}
        />
      ) : (
        <p className="comment__text">{text}</p>
      )}
    </article>
  )
}
