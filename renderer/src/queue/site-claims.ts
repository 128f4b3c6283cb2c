import type { SiteDetail } from '../../../shared/contract/sites.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import { formatValue } from '../ui/format-value.ts'

/** A number that the site claims of itself; null where it claims none. */
export function siteNumber({ attributes }: SiteDetail, field: SiteFieldKey): number | null {
  const value = attributes.find((each) => each.field === field)?.value
  return typeof value === 'number' ? value : null
}

/** What the site claims of itself, as a user reads it. */
export function siteText({ attributes }: SiteDetail, field: SiteFieldKey): string | null {
  const value = attributes.find((each) => each.field === field)?.value
  return value === undefined ? null : formatValue(field, value)
}
