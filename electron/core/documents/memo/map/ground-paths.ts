import type { BasemapArchive } from '../../../../../shared/map/basemap-archive.ts'
import { drawGround } from '../../../../../shared/map/picture/draw-ground.ts'
import type { MapFrame } from './map-frame.ts'
import { type PaintedPath, PdfPathSink } from './pdf-path-sink.ts'

/** Land, water and borders of a frame, one path a layer over all its tiles. */
export async function groundPaths(basemap: BasemapArchive, frame: MapFrame): Promise<readonly PaintedPath[]> {
  const sink = new PdfPathSink(frame.width, frame.height)
  await drawGround(sink, basemap, { window: frame.window, unitsPerPx: frame.pointsPerPx, scheme: 'print' })
  return sink.done()
}
