import { useState } from 'react'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import {
  SITE_FIELD_KEYS,
  type SiteFieldGroup,
  type SiteFieldKey,
  siteField,
} from '../../../shared/domain/site/site-fields.ts'
import { fieldDraftKey } from '../stores/draft-slice.ts'
import { useAppStore } from '../stores/use-app.ts'
import { FIELD_GROUP_LABELS } from '../ui/labels.ts'
import { AttributeRow } from './attribute-row.tsx'

const GROUPS = Object.keys(FIELD_GROUP_LABELS) as SiteFieldGroup[]

/** Every field of the site, known or not, each with what vouches for it. */
export function AttributesSection({ detail }: { readonly detail: SiteDetail }) {
  const store = useAppStore()
  // Forms with unsaved text open again where they were left.
  const [open, setOpen] = useState<ReadonlySet<SiteFieldKey>>(
    () =>
      new Set(SITE_FIELD_KEYS.filter((field) => fieldDraftKey(detail.siteId, field) in store.getState().fieldDrafts)),
  )
  const toggle = (field: SiteFieldKey, isOpen: boolean): void => {
    const next = new Set(open)
    if (isOpen) next.add(field)
    else next.delete(field)
    setOpen(next)
  }
  return GROUPS.map((group) => (
    <section className="section" key={group}>
      <h3 className="section__title">{FIELD_GROUP_LABELS[group]}</h3>
      {SITE_FIELD_KEYS.filter((field) => siteField(field).group === group).map((field) => (
        <AttributeRow
          key={field}
          siteId={detail.siteId}
          field={field}
          attribute={detail.attributes.find((attribute) => attribute.field === field)}
          isEditing={open.has(field)}
          onEdit={(isOpen) => toggle(field, isOpen)}
        />
      ))}
    </section>
  ))
}
