import { SITE_FIELD_KEYS, type SITE_FIELDS, siteField } from '../domain/site/site-fields.ts'

type FieldsOfType<T extends string> = {
  [K in keyof typeof SITE_FIELDS]: (typeof SITE_FIELDS)[K] extends { type: T; column: true } ? K : never
}[keyof typeof SITE_FIELDS]

/**
 * Numbers of a site that ranking and the map read, unknown as NaN. Beside the numeric fields:
 * `latitude` and `longitude` in WGS84 degrees, `energizationYear` as a decimal year (2027-07 is 2027.5),
 * `mwRungLevel` 0 (claimed) to 5 (energized) of the best evidenced megawatt figure, NaN where no figure is known.
 */
export type NumberColumn = FieldsOfType<'number'> | 'latitude' | 'longitude' | 'energizationYear' | 'mwRungLevel'

export type CategoryColumn = FieldsOfType<'category'>

export const NUMBER_COLUMNS: readonly NumberColumn[] = [
  'latitude',
  'longitude',
  ...(SITE_FIELD_KEYS.filter((key) => siteField(key).column && siteField(key).type === 'number') as NumberColumn[]),
  'energizationYear',
  'mwRungLevel',
]

export const CATEGORY_COLUMNS: readonly CategoryColumn[] = SITE_FIELD_KEYS.filter(
  (key) => siteField(key).column && siteField(key).type === 'category',
) as CategoryColumn[]

/** A category column: `codes[row]` points into `labels`; label 0 is the empty text and means unknown. */
export interface CategoryValues {
  readonly labels: readonly string[]
  readonly codes: Uint16Array
}

/** All sites of a catalog at one revision, one array a field, rows in the order of the site's creation. */
export interface SiteColumns {
  readonly revision: number
  readonly count: number
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly numbers: Readonly<Record<NumberColumn, Float64Array>>
  readonly categories: Readonly<Record<CategoryColumn, CategoryValues>>
}

/** The label of a category at a row, or '' where unknown. */
export function categoryAt(columns: SiteColumns, column: CategoryColumn, row: number): string {
  const { labels, codes } = columns.categories[column]
  return labels[codes[row] ?? 0] ?? ''
}
