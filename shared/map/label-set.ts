/** Kinds of place names, in the order in which they claim room. */
export const LABEL_KINDS = ['country', 'state', 'city', 'county'] as const

export type LabelKind = (typeof LABEL_KINDS)[number]

/**
 * Place names by column, most important first. Written at build time into labels.json.
 */
export interface LabelSet {
  readonly names: readonly string[]
  /** Index into LABEL_KINDS. */
  readonly kinds: readonly number[]
  /** Cities: 0 (a million or more people) to 4 (a village). Others: 0 (large area) to 2 (small). */
  readonly ranks: readonly number[]
  /** Ten-thousandths of a degree, WGS84. */
  readonly longitudes: readonly number[]
  readonly latitudes: readonly number[]
  /** Zooms between which the name is a candidate, inclusive. */
  readonly minZooms: readonly number[]
  readonly maxZooms: readonly number[]
}

export const LABEL_UNITS_PER_DEGREE = 10_000

const NUMBER_COLUMNS = ['kinds', 'ranks', 'longitudes', 'latitudes', 'minZooms', 'maxZooms'] as const

/**
 * Reads the text of labels.json.
 * @throws Error when it is not JSON or its columns are not of one length.
 */
export function parseLabels(json: string): LabelSet {
  const parsed = JSON.parse(json) as Partial<LabelSet>
  const names = parsed.names
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw new Error('The map labels have no names.')
  for (const column of NUMBER_COLUMNS) {
    const values = parsed[column]
    if (!Array.isArray(values) || values.length !== names.length || !values.every(Number.isFinite))
      throw new Error(`The map labels have no whole column "${column}".`)
  }
  return parsed as LabelSet
}
