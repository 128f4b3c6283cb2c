import type { BasemapArchive } from '../basemap-archive.ts'
import { BASEMAP_LAYERS, type BasemapLayer } from '../basemap-layers.ts'
import { drawTile } from '../draw-tile.ts'
import type { MapScheme } from '../map-scheme.ts'
import { coveringTiles, type MapWindow } from '../tile-cover.ts'
import type { CuttingSink } from './picture-sink.ts'

export interface GroundOptions {
  readonly window: MapWindow
  /** Sink units per CSS pixel of the window. */
  readonly unitsPerPx: number
  readonly scheme: MapScheme
  /** Layers that are not drawn. */
  readonly hidden?: ReadonlySet<BasemapLayer>
}

/**
 * Draws land, water and borders layer by layer over all tiles of a window, so that the wide strokes that close a
 * lake's shore in one tile do not lie over the land of the next. The caller has painted the water.
 */
export async function drawGround(sink: CuttingSink, basemap: BasemapArchive, options: GroundOptions): Promise<void> {
  const { window, unitsPerPx, scheme, hidden } = options
  const covering = coveringTiles(window, unitsPerPx)
  const tiles = await Promise.all(covering.map(({ z, x, y }) => basemap.tile(z, x, y)))
  for (const layer of BASEMAP_LAYERS) {
    if (hidden?.has(layer)) continue
    covering.forEach(({ placement }, index) => {
      const rings = tiles[index]?.[layer]
      if (!rings) return
      const seen = {
        minX: Math.max(0, placement.window.minX),
        minY: Math.max(0, placement.window.minY),
        maxX: Math.min(window.width * unitsPerPx, placement.window.maxX),
        maxY: Math.min(window.height * unitsPerPx, placement.window.maxY),
      }
      sink.within(seen)
      drawTile(sink, { [layer]: rings }, { ...placement, window: seen }, scheme)
    })
    sink.endLayer()
  }
  sink.within(null)
}
