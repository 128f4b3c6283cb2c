import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { SiteAttribute } from '../../../shared/contract/sites.ts'
import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { FieldCommentButton, FieldComments } from '../comments/field-comments.tsx'
import { fieldCommentKey } from '../stores/comment-slice.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { formatValue } from '../ui/format-value.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { RungBadge } from '../ui/rung-badge.tsx'
import { SourceLink } from '../ui/source-link.tsx'
import { AttributeForm } from './attribute-form.tsx'

export interface AttributeRowProps {
  readonly siteId: string
  readonly field: SiteFieldKey
  /** Undefined where nothing is known of the field. */
  readonly attribute: SiteAttribute | undefined
  readonly isEditing: boolean
  onEdit(isEditing: boolean): void
}

export function AttributeRow({ siteId, field, attribute, isEditing, onEdit }: AttributeRowProps) {
  const { label, unit } = siteField(field)
  const store = useAppStore()
  const [isTalking, setTalking] = useState(() => fieldCommentKey(siteId, field) in store.getState().commentDrafts)
  const shown = attribute === undefined ? null : formatValue(field, attribute.value)
  return (
    <div className="attribute">
      <span className="attribute__label">{label}</span>
      <span className={shown === null ? 'unknown' : 'attribute__value num'}>
        {shown ?? (attribute === undefined ? 'unknown' : 'known to have none')}
        {shown !== null && unit !== undefined ? <span className="attribute__unit">{unit}</span> : null}
      </span>
      <span className="attribute__buttons">
        <FieldCommentButton siteId={siteId} field={field} onClick={() => setTalking(!isTalking)} />
        <IconButton label={shown === null ? `Add ${label}` : `Edit ${label}`} onClick={() => onEdit(!isEditing)}>
          {shown === null ? <IconPlus size={15} stroke={1.8} /> : <IconPencil size={15} stroke={1.7} />}
        </IconButton>
      </span>
      {attribute === undefined ? null : <Vouching attribute={attribute} />}
      {attribute?.origin === 'edit' && attribute.dataSet !== null ? (
        <Override siteId={siteId} attribute={attribute} />
      ) : null}
      {isEditing ? (
        <div className="attribute__form">
          <AttributeForm siteId={siteId} field={field} attribute={attribute} onClose={() => onEdit(false)} />
        </div>
      ) : null}
      {isTalking ? <FieldComments siteId={siteId} field={field} onClose={() => setTalking(false)} /> : null}
    </div>
  )
}

function Vouching({ attribute }: { readonly attribute: SiteAttribute }) {
  const { rung, source, asOf, origin, author } = attribute
  return (
    <div className="attribute__meta">
      <RungBadge rung={rung} />
      <SourceLink source={source} />
      <span>{asOf === null ? 'no date' : `as of ${formatDate(asOf)}`}</span>
      {origin === 'edit' ? <span className="draft-mark">edited by {author}</span> : null}
      {origin === 'conflict' ? <span className="draft-mark">in conflict: several people changed it</span> : null}
    </div>
  )
}

/** What the data set says where a person's edit stands over it. */
function Override({ siteId, attribute }: { readonly siteId: string; readonly attribute: SiteAttribute }) {
  const store = useAppStore()
  const revert = useApp((state) => state.revertField)
  const { unit } = siteField(attribute.field)
  const said = attribute.dataSetValue === undefined ? null : formatValue(attribute.field, attribute.dataSetValue)
  return (
    <div className="attribute__override">
      <span>
        {attribute.dataSet} says {said === null ? 'nothing' : `${said}${unit === undefined ? '' : ` ${unit}`}`}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          store.getState().setFieldDraft(siteId, attribute.field, null)
          void revert(siteId, attribute.field)
        }}
      >
        Revert
      </Button>
    </div>
  )
}
