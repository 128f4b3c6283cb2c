import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useApp } from '../stores/use-app.ts'

const MOST_CHARACTERS = 10_000

export interface CommentFormProps {
  /** Where the words are kept until they are sent. */
  readonly draftKey: string
  readonly label: string
  readonly submitLabel: string
  readonly placeholder?: string
  /** What the form starts from: the words of a comment that is edited. */
  readonly text?: string
  readonly hasFocus?: boolean
  /** True when the words are in the catalog. */
  onSend(text: string): Promise<boolean>
  /** Leaves the form by Esc or Discard. */
  onClose?(): void
}

/** Words for a comment. Ctrl+Enter sends, Esc closes; what is not sent stays until it is. */
export function CommentForm(props: CommentFormProps) {
  const { draftKey, label, submitLabel, placeholder = 'Write a comment', text: former = '', hasFocus = false } = props
  const draft = useApp((state) => state.commentDrafts[draftKey])
  const setDraft = useApp((state) => state.setCommentDraft)
  const [isSending, setSending] = useState(false)
  const text = draft ?? former
  const isEmpty = text.trim() === ''

  const send = async (): Promise<void> => {
    if (isEmpty || isSending) return
    setSending(true)
    const isSent = await props.onSend(text.trim())
    setSending(false)
    if (!isSent) return
    setDraft(draftKey, null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    } else if (event.key === 'Escape' && props.onClose) {
      event.stopPropagation()
      props.onClose()
    }
  }

  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        size="xs"
        aria-label={label}
        placeholder={placeholder}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={MOST_CHARACTERS}
        value={text}
        autoFocus={hasFocus}
        onChange={(event) => setDraft(draftKey, event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {draft !== undefined || props.onClose ? (
        <div className="comment-form__actions">
          <Button type="submit" size="compact-xs" disabled={isEmpty} loading={isSending} title="Ctrl+Enter">
            {submitLabel}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              setDraft(draftKey, null)
              props.onClose?.()
            }}
          >
            Discard
          </Button>
        </div>
      ) : null}
    </form>
  )
}
