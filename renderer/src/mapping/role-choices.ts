import { type ColumnRole, roleLabel } from '../../../shared/domain/mapping/column-role.ts'
import { SITE_FIELD_KEYS, type SiteFieldGroup, siteField } from '../../../shared/domain/site/site-fields.ts'

const GROUP_LABELS: Readonly<Record<SiteFieldGroup, string>> = {
  identity: 'What it is',
  location: 'Where it is',
  power: 'Power',
  tariff: 'Tariff',
  land: 'Land',
  conversion: 'Conversion',
}

/** Roles beside the fields, by the group that they stand in. */
const OTHERS: Readonly<Partial<Record<SiteFieldGroup, readonly ColumnRole[]>>> = {
  identity: ['siteId', 'source', 'sourceDate'],
  location: ['latitude', 'longitude'],
}

/** What a column can become, as a list to choose from. */
export const ROLE_CHOICES = [
  { value: 'ignore', label: roleLabel('ignore') },
  ...(Object.keys(GROUP_LABELS) as SiteFieldGroup[]).map((group) => ({
    group: GROUP_LABELS[group],
    items: [...(OTHERS[group] ?? []), ...SITE_FIELD_KEYS.filter((key) => siteField(key).group === group)].map(
      (role) => ({ value: role, label: roleLabel(role) }),
    ),
  })),
]
