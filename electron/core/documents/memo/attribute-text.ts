import type { SiteAttribute } from '../../../../shared/contract/sites.ts'
import { type SiteFieldKey, siteField } from '../../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../../shared/domain/site/site-value.ts'
import { formatDate } from '../../../../shared/format/format-date.ts'
import { formatNumber } from '../../../../shared/format/format-quantity.ts'

const YEARS_WITHOUT_GROUPS: ReadonlySet<SiteFieldKey> = new Set(['retirementYear'])

/** A field's value as a reader sees it, with its unit. */
export function valueText(field: SiteFieldKey, value: SiteValue): string {
  if (value === null) return 'none'
  const { type, unit, options } = siteField(field)
  if (typeof value === 'object') return `${value.latitude.toFixed(4)}, ${value.longitude.toFixed(4)}`
  if (typeof value === 'number') {
    if (YEARS_WITHOUT_GROUPS.has(field)) return String(value)
    const text = formatNumber(value, decimalsOf(value))
    return unit === undefined ? text : `${text} ${unit}`
  }
  if (field === 'energizationDate') return formatDate(value)
  return type === 'category' && options ? value.replaceAll('_', ' ') : value
}

export function attributeText(attribute: SiteAttribute): string {
  return valueText(attribute.field, attribute.value)
}

/** As many decimals as the number needs, two at most. */
function decimalsOf(value: number): number {
  return [0, 1].find((decimals) => Math.abs(Number(value.toFixed(decimals)) - value) < 1e-9) ?? 2
}
