import { readVectorTile } from './read-vector-tile.ts'

/**
 * Decodes every feature of a vector tile and answers the ids of its layers.
 * @throws RangeError where the bytes are no whole vector tile.
 */
export function checkVectorTile(bytes: Uint8Array): string[] {
  const layers = readVectorTile(bytes)
  for (const { features } of layers)
    for (const feature of features) {
      feature.properties()
      feature.shape()
    }
  return layers.map(({ name }) => name)
}
