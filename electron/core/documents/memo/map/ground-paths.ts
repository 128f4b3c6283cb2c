import type { BasemapArchive } from '../../../../../shared/map/basemap-archive.ts'
import { BASEMAP_LAYERS } from '../../../../../shared/map/basemap-layers.ts'
import { drawTile } from '../../../../../shared/map/draw-tile.ts'
import { coveringTiles } from '../../../../../shared/map/tile-cover.ts'
import type { MapFrame } from './map-frame.ts'
import { type PaintedPath, PdfPathSink } from './pdf-path-sink.ts'

/** Land, water and borders of a frame, one path a layer over all its tiles. */
export async function groundPaths(basemap: BasemapArchive, frame: MapFrame): Promise<readonly PaintedPath[]> {
  const covering = coveringTiles(frame.window, frame.pointsPerPx)
  const tiles = await Promise.all(covering.map(({ z, x, y }) => basemap.tile(z, x, y)))
  const sink = new PdfPathSink()
  for (const layer of BASEMAP_LAYERS) {
    covering.forEach(({ placement }, index) => {
      const rings = tiles[index]?.[layer]
      if (!rings) return
      const seen = {
        minX: Math.max(0, placement.window.minX),
        minY: Math.max(0, placement.window.minY),
        maxX: Math.min(frame.width, placement.window.maxX),
        maxY: Math.min(frame.height, placement.window.maxY),
      }
      sink.within(seen)
      drawTile(sink, { [layer]: rings }, { ...placement, window: seen }, 'print')
    })
    sink.endLayer()
  }
  return sink.done()
}
