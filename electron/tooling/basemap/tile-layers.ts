import { fromGeojsonVt } from '@maplibre/vt-pbf'
import GeoJSONVT from 'geojson-vt'
import { TILE_EXTENT } from '../../../shared/map/basemap-layers.ts'
import type { GroundLayer } from './ground-layers.ts'
import type { TileBytes } from './pmtiles-writer.ts'

/** Drawn past the tile's edge, so that strokes and the fills' soft edges meet the neighbour's. Tile units. */
const BUFFER = 64
/** Detail finer than this is dropped above the deepest zoom; a fifth of a pixel. Tile units. */
const TOLERANCE = 3

type EncodableTile = Parameters<typeof fromGeojsonVt>[0][string]

/** Cuts the layers into Mapbox vector tiles, uncompressed. Tiles without anything in them are left out. */
export function tileLayers(layers: readonly GroundLayer[]): TileBytes[] {
  const tiles = new Map<string, { z: number; x: number; y: number; content: Record<string, EncodableTile> }>()
  for (const layer of layers) {
    const index = new GeoJSONVT(
      { type: 'FeatureCollection', features: [...layer.features] },
      {
        maxZoom: layer.maxZoom,
        indexMaxZoom: layer.maxZoom,
        indexMaxPoints: 0,
        extent: TILE_EXTENT,
        buffer: BUFFER,
        tolerance: TOLERANCE,
      },
    )
    for (const { z, x, y } of index.tileCoords) {
      if (z < layer.minZoom) continue
      const tile = index.getTile(z, x, y)
      if (!tile || tile.features.length === 0) continue
      const key = `${z}/${x}/${y}`
      const entry = tiles.get(key) ?? { z, x, y, content: {} }
      entry.content[layer.name] = tile as EncodableTile
      tiles.set(key, entry)
    }
  }
  return [...tiles.values()].map(({ z, x, y, content }) => ({
    z,
    x,
    y,
    bytes: fromGeojsonVt(content, { version: 2, extent: TILE_EXTENT }),
  }))
}
