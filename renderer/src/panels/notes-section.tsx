import { Button, Textarea } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SiteDetail, SiteNote } from '../../../shared/contract/sites.ts'
import { formatDateTime } from '../../../shared/format/format-date.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** What the team has written about the site, newest first. */
export function NotesSection({ detail }: { readonly detail: SiteDetail }) {
  const notes = [...detail.notes].sort((a, b) => b.createdAt - a.createdAt)
  return (
    <>
      <NoteForm siteId={detail.siteId} label="New note" submitLabel="Add note" />
      {notes.map((note) => (
        <Note key={note.noteId} siteId={detail.siteId} note={note} />
      ))}
      {notes.length === 0 ? <p className="muted">No notes yet.</p> : null}
    </>
  )
}

function Note({ siteId, note }: { readonly siteId: string; readonly note: SiteNote }) {
  const store = useAppStore()
  const removeNote = useApp((state) => state.removeNote)
  const [isEditing, setEditing] = useState(() => `${siteId} ${note.noteId}` in store.getState().noteDrafts)
  return (
    <article className="note">
      <div className="note__head">
        <strong>{note.author}</strong>
        <span className="num">
          {formatDateTime(note.createdAt)}
          {note.editedAt > note.createdAt ? ' · edited' : ''}
        </span>
        <span className="note__actions">
          <IconButton label="Edit this note" onClick={() => setEditing(!isEditing)}>
            <IconPencil size={15} stroke={1.7} />
          </IconButton>
          <IconButton
            label="Remove this note"
            hint="Remove this note; undo brings it back"
            onClick={() => void removeNote(siteId, note.noteId)}
          >
            <IconTrash size={15} stroke={1.7} />
          </IconButton>
        </span>
      </div>
      {isEditing ? (
        <NoteForm siteId={siteId} note={note} label="Note" submitLabel="Save note" onClose={() => setEditing(false)} />
      ) : (
        <p className="note__text">{note.text}</p>
      )}
    </article>
  )
}

interface NoteFormProps {
  readonly siteId: string
  readonly note?: SiteNote
  readonly label: string
  readonly submitLabel: string
  onClose?(): void
}

/** Writes or rewrites a note; what is typed is kept until it is saved or discarded. */
function NoteForm({ siteId, note, label, submitLabel, onClose }: NoteFormProps) {
  const key = note === undefined ? siteId : `${siteId} ${note.noteId}`
  const draft = useApp((state) => state.noteDrafts[key])
  const setNoteDraft = useApp((state) => state.setNoteDraft)
  const writeNote = useApp((state) => state.writeNote)
  const [isSaving, setSaving] = useState(false)
  const text = draft ?? note?.text ?? ''
  const save = async (): Promise<void> => {
    if (text.trim() === '' || isSaving) return
    setSaving(true)
    const isSaved = await writeNote(siteId, text.trim(), note?.noteId)
    setSaving(false)
    if (!isSaved) return
    setNoteDraft(key, null)
    onClose?.()
  }
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Textarea
        size="xs"
        aria-label={label}
        placeholder="What did you see, hear or measure?"
        rows={note === undefined ? 3 : 5}
        maxLength={20_000}
        value={text}
        onChange={(event) => setNoteDraft(key, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      />
      <div className="note-form__actions">
        <Button type="submit" size="compact-sm" disabled={text.trim() === ''} loading={isSaving}>
          {submitLabel}
        </Button>
        {draft !== undefined || note !== undefined ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setNoteDraft(key, null)
              onClose?.()
            }}
          >
            Discard
          </Button>
        ) : null}
      </div>
    </form>
  )
}
