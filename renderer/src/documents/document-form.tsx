import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { SiteEvidence } from '../../../shared/contract/evidence.ts'
import { SITE_FIELD_KEYS, siteField } from '../../../shared/domain/site/site-fields.ts'
import { useApp } from '../stores/use-app.ts'

const WHOLE_SITE = ''

const CHOICES = [
  { value: WHOLE_SITE, label: 'The site as a whole' },
  ...SITE_FIELD_KEYS.map((key) => ({ value: key, label: siteField(key).label })),
]

interface DocumentFormProps {
  readonly siteId: string
  readonly document: SiteEvidence
  onClose(): void
}

/** Says what a document shows and which attribute it vouches for. */
export function DocumentForm({ siteId, document, onClose }: DocumentFormProps) {
  const describeEvidence = useApp((state) => state.describeEvidence)
  const [caption, setCaption] = useState(document.caption)
  const [field, setField] = useState<string>(document.field ?? WHOLE_SITE)
  const [isSaving, setSaving] = useState(false)
  const save = async (): Promise<void> => {
    setSaving(true)
    const isSaved = await describeEvidence({
      siteId,
      evidenceId: document.evidenceId,
      caption: caption.trim(),
      field: SITE_FIELD_KEYS.find((key) => key === field) ?? null,
    })
    setSaving(false)
    if (isSaved) onClose()
  }
  return (
    <form
      className="document-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Textarea
        size="xs"
        label="What it shows"
        rows={2}
        maxLength={2_000}
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label="Vouches for"
        data={CHOICES}
        value={field}
        onChange={(event) => setField(event.currentTarget.value)}
      />
      <div className="note-form__actions">
        <Button type="submit" size="compact-sm" loading={isSaving}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Discard
        </Button>
      </div>
    </form>
  )
}
