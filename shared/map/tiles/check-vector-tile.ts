import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

/**
 * Decodes every feature of a vector tile and answers the ids of its layers.
 * @throws Error where the bytes are no whole vector tile.
 */
export function checkVectorTile(bytes: Uint8Array): string[] {
  const { layers } = new VectorTile(new PbfReader(bytes))
  for (const layer of Object.values(layers))
    for (let index = 0; index < layer.length; index += 1) layer.feature(index).loadGeometry()
  return Object.keys(layers)
}
