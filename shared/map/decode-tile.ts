import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { BASEMAP_LAYERS, type BasemapLayer } from './basemap-layers.ts'

/** Rings (or lines) of one layer, one after another in flat arrays. */
export interface RingSet {
  /** x0, y0, x1, y1 … in tile units. */
  readonly coordinates: Int32Array
  /** `ringStarts[i]` is the first point of ring i; one entry more than there are rings. */
  readonly ringStarts: Uint32Array
  /** minX, minY, maxX, maxY per ring, so that a magnified tile skips what lies outside its window. */
  readonly ringBounds: Int32Array
}

export type DecodedTile = Readonly<Partial<Record<BasemapLayer, RingSet>>>

/**
 * Reads an uncompressed Mapbox vector tile of the basemap.
 * Layers that this version does not draw are left out.
 * @throws Error when the bytes are not a vector tile.
 */
export function decodeTile(bytes: Uint8Array): DecodedTile {
  const { layers } = new VectorTile(new PbfReader(bytes))
  const decoded: Partial<Record<BasemapLayer, RingSet>> = {}
  for (const name of BASEMAP_LAYERS) {
    const layer = layers[name]
    if (!layer) continue
    const rings = []
    for (let index = 0; index < layer.length; index += 1) rings.push(...layer.feature(index).loadGeometry())
    decoded[name] = flattenRings(rings)
  }
  return decoded
}

/** Rings (or lines) of points as flat arrays. */
export function flattenRings(rings: readonly (readonly { readonly x: number; readonly y: number }[])[]): RingSet {
  const pointCount = rings.reduce((sum, ring) => sum + ring.length, 0)
  const coordinates = new Int32Array(pointCount * 2)
  const ringStarts = new Uint32Array(rings.length + 1)
  const ringBounds = new Int32Array(rings.length * 4)
  let point = 0
  rings.forEach((ring, index) => {
    let minX = Infinity
    let minY = Infinity
    let maxX = -Infinity
    let maxY = -Infinity
    ringStarts[index] = point
    for (const { x, y } of ring) {
      coordinates[point * 2] = x
      coordinates[point * 2 + 1] = y
      point += 1
      minX = Math.min(minX, x)
      minY = Math.min(minY, y)
      maxX = Math.max(maxX, x)
      maxY = Math.max(maxY, y)
    }
    ringBounds.set([minX, minY, maxX, maxY], index * 4)
  })
  ringStarts[rings.length] = point
  return { coordinates, ringStarts, ringBounds }
}
