/** Columns that name a line by its ends, in published layers. */
const ENDS = [['sub_1', 'sub_2']] as const
/** Columns that name a feature better than a number does, the likeliest first. */
const NAMES = ['tline_name', 'fullname', 'gnis_name', 'owner', 'operator', 'ownername']

/**
 * What a reader calls a feature. Layers of lines often have a number for a name; their ends or their owner say more.
 */
export function featureName(name: string | null, attributes: Readonly<Record<string, unknown>>): string | null {
  if (name !== null && !/^[\d\s.-]*$/.test(name)) return name
  const values = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), said(value)]))
  for (const [one, other] of ENDS) {
    const [from, to] = [values.get(one), values.get(other)]
    if (from && to) return `${from} – ${to}`
  }
  for (const column of NAMES) {
    const value = values.get(column)
    if (value) return name ? `${value} ${name}` : value
  }
  return name
}

function said(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim().slice(0, 200)
  return text === '' || /^(not available|unknown\d*|none|n\/a|null|-9+)$/i.test(text) ? null : text
}
