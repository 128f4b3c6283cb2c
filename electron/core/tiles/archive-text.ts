import { plainText } from './plain-text.ts'

/** Layer ids of vector tiles, from metadata of either container. */
export function vectorLayerIds(metadata: unknown): string[] {
  const layers = isObject(metadata) ? metadata['vector_layers'] : undefined
  if (!Array.isArray(layers)) return []
  return layers
    .slice(0, 500)
    .map((layer: unknown) => (isObject(layer) ? layer['id'] : undefined))
    .filter((id): id is string => typeof id === 'string')
    .map((id) => id.slice(0, 100))
}

/** Name, attribution and licence, each as plain text and empty where the metadata does not say. */
export function describedAs(metadata: Readonly<Record<string, unknown>>) {
  return {
    name: plainText(metadata['name']).slice(0, 200),
    attribution: plainText(metadata['attribution']),
    license: plainText(metadata['license'] ?? metadata['licence']).slice(0, 200),
  }
}

/** A box of degrees, or null where the four numbers are no box on the map. */
export function soundBox(numbers: readonly number[]): [number, number, number, number] | null {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers
  const isSound =
    numbers.length === 4 &&
    west >= -180.001 &&
    east <= 180.001 &&
    south >= -90 &&
    north <= 90 &&
    west < east &&
    south < north
  return isSound ? [Math.max(-180, west), south, Math.min(180, east), north] : null
}

/** The object in a text of JSON; an empty one where the text is something else. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
