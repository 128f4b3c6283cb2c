import { SITE_FIELD_KEYS, type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'

/**
 * The SQL columns of a site's fields. The names come from the field list alone, so that no identifier is ever made
 * from what a user or a file says.
 */
export function columnsOfField(key: SiteFieldKey): readonly string[] {
  return siteField(key).type === 'position' ? ['latitude', 'longitude'] : [snakeCase(key)]
}

/** The columns of all fields, in the order of the field list. */
export const FIELD_COLUMNS: readonly string[] = SITE_FIELD_KEYS.flatMap(columnsOfField)

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
