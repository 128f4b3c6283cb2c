import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SiteAttribute } from '../../../shared/contract/sites.ts'
import { partialDate } from '../../../shared/contract/values.ts'
import { EVIDENCE_RUNGS, type EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { parseSiteValue } from '../../../shared/domain/site/site-value.ts'
import { type FieldDraft, fieldDraftKey } from '../stores/draft-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { editableValue } from '../ui/format-value.ts'
import { optionLabel, RUNG_LABELS } from '../ui/labels.ts'

export interface AttributeFormProps {
  readonly siteId: string
  readonly field: SiteFieldKey
  readonly attribute: SiteAttribute | undefined
  onClose(): void
}

/** Changes one field with its source, date and rung. What is typed is kept until it is saved or discarded. */
export function AttributeForm({ siteId, field, attribute, onClose }: AttributeFormProps) {
  const def = siteField(field)
  const stored = useApp((state) => state.fieldDrafts[fieldDraftKey(siteId, field)])
  const setFieldDraft = useApp((state) => state.setFieldDraft)
  const editField = useApp((state) => state.editField)
  const [isSaving, setSaving] = useState(false)
  const [hasTried, setTried] = useState(false)
  const draft: FieldDraft = stored ?? draftOf(attribute)
  const change = (part: Partial<FieldDraft>): void => setFieldDraft(siteId, field, { ...draft, ...part })

  const value = parseSiteValue(field, draft.value)
  const valueError = value.ok
    ? null
    : `${def.label} ${startsAsVerb(value.reason) ? '' : 'is not accepted: '}${value.reason}.`
  const asOf = draft.asOf.trim()
  const asOfError =
    asOf === '' || partialDate.safeParse(asOf).success ? null : 'Write the date as 2026, 2026-07 or 2026-07-01.'

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!value.ok || asOfError !== null) return
    setSaving(true)
    const isSaved = await editField({
      siteId,
      field,
      value: value.value,
      source: draft.source.trim(),
      asOf: asOf === '' ? null : asOf,
      rung: draft.rung,
    })
    setSaving(false)
    if (!isSaved) return
    setFieldDraft(siteId, field, null)
    onClose()
  }

  return (
    <form className="edit-form" aria-label={`Edit ${def.label}`} onSubmit={(event) => void submit(event)}>
      <ValueInput
        field={field}
        value={draft.value}
        error={hasTried || draft.value !== '' ? valueError : null}
        onChange={(text) => change({ value: text })}
      />
      <TextInput
        className="edit-form__wide"
        size="xs"
        label="Source"
        placeholder="https:// or who said so"
        maxLength={2_000}
        value={draft.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="As of"
        placeholder="2026-07-01"
        maxLength={10}
        value={draft.asOf}
        error={asOfError}
        onChange={(event) => change({ asOf: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label="Evidence"
        value={draft.rung}
        data={EVIDENCE_RUNGS.map((rung) => ({ value: rung, label: RUNG_LABELS[rung] }))}
        onChange={(event) => change({ rung: event.currentTarget.value as EvidenceRung })}
      />
      <div className="edit-form__actions">
        <Button type="submit" size="compact-sm" loading={isSaving}>
          Save
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setFieldDraft(siteId, field, null)
            onClose()
          }}
        >
          Discard
        </Button>
        {stored === undefined ? null : <span className="draft-mark">Not saved yet</span>}
      </div>
    </form>
  )
}

interface ValueInputProps {
  readonly field: SiteFieldKey
  readonly value: string
  readonly error: string | null
  onChange(text: string): void
}

function ValueInput({ field, value, error, onChange }: ValueInputProps) {
  const { label, unit, options, type, maxLength } = siteField(field)
  const common = { className: 'edit-form__wide', size: 'xs', 'data-autofocus': true, error } as const
  const fullLabel = unit === undefined ? label : `${label}, ${unit}`
  if (options !== undefined)
    return (
      <NativeSelect
        {...common}
        label={fullLabel}
        value={value}
        data={[
          { value: '', label: 'Known to have none' },
          ...options.map((each) => ({ value: each, label: optionLabel(each) })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  if (type === 'text' && (maxLength ?? 0) > 200)
    return (
      <Textarea
        {...common}
        label={fullLabel}
        autosize={false}
        rows={4}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return (
    <TextInput
      {...common}
      label={type === 'position' ? `${label}, latitude and longitude` : fullLabel}
      inputMode={type === 'number' ? 'decimal' : 'text'}
      value={value}
      autoFocus
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function draftOf(attribute: SiteAttribute | undefined): FieldDraft {
  return {
    value: attribute === undefined ? '' : editableValue(attribute.value),
    source: attribute?.source ?? '',
    asOf: attribute?.asOf ?? '',
    rung: attribute?.rung ?? 'claimed',
  }
}

function startsAsVerb(reason: string): boolean {
  return /^(must|is) /.test(reason)
}
