import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { optionLabel } from './labels.ts'

/** A value as a user reads it, without its unit; null where it is not known. */
export function formatValue(field: SiteFieldKey, value: SiteValue): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'object') return `${value.latitude.toFixed(5)}, ${value.longitude.toFixed(5)}`
  if (typeof value === 'number') {
    // Years and codes are not amounts: no comma in 2031.
    if (siteField(field).unit === undefined) return String(value)
    return formatNumber(value, Number.isInteger(value) ? 0 : Math.min(2, String(value).split('.')[1]?.length ?? 0))
  }
  if (field === 'energizationDate') return formatDate(value)
  return siteField(field).options === undefined ? value : optionLabel(value)
}

/** A value as it is typed into its form. */
export function editableValue(value: SiteValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? `${value.latitude}, ${value.longitude}` : String(value)
}
