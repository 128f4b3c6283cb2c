import { SITE_FIELDS, type SiteFieldKey, siteField } from '../site/site-fields.ts'

/** What a column of a table becomes: a field, a part of the position, who says so, or nothing but a kept column. */
export const COLUMN_ROLES = [
  'ignore',
  'siteId',
  'latitude',
  'longitude',
  'source',
  'sourceDate',
  ...(Object.keys(SITE_FIELDS) as SiteFieldKey[]),
] as const

export type ColumnRole = (typeof COLUMN_ROLES)[number]

const LABELS: Readonly<Partial<Record<ColumnRole, string>>> = {
  ignore: 'Nothing, keep as it is',
  siteId: 'Id of the site (key)',
  latitude: 'Latitude or northing (Y)',
  longitude: 'Longitude or easting (X)',
  position: 'Latitude and longitude in one',
  source: 'Source',
  sourceDate: 'Date of the source',
}

/** What a user reads for a role. */
export function roleLabel(role: ColumnRole): string {
  return LABELS[role] ?? siteField(role as SiteFieldKey).label
}
