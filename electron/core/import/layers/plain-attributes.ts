import type { Attributes } from './layer-feature.ts'

/** Properties of a JSON file as attributes: texts, numbers and truth values as they are, the rest as JSON text. */
export function plainAttributes(properties: unknown): Attributes {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return {}
  const entries = Object.entries(properties).map(([name, value]): [string, string | number | boolean | null] => {
    if (value === null || value === undefined) return [name, null]
    if (typeof value === 'string' || typeof value === 'boolean') return [name, value]
    if (typeof value === 'number') return [name, Number.isFinite(value) ? value : null]
    return [name, JSON.stringify(value)]
  })
  return Object.fromEntries(entries)
}
