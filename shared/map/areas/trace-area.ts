import { mercatorX, mercatorY, worldSizePx } from '../mercator.ts'
import type { PathSink } from '../path-sink.ts'
import type { MapWindow } from '../tile-cover.ts'
import type { MapArea } from './area-set.ts'

/** Whether any of an area lies in a window of the map. */
export function isAreaInWindow({ box: [west, south, east, north] }: Pick<MapArea, 'box'>, window: MapWindow): boolean {
  const size = worldSizePx(window.zoom)
  return (
    mercatorX(east) * size >= window.left &&
    mercatorX(west) * size <= window.left + window.width &&
    mercatorY(south) * size >= window.top &&
    mercatorY(north) * size <= window.top + window.height
  )
}

/** Traces an area's rings in pixels from the window's corner. The caller begins the path and fills or strokes it. */
export function traceArea(sink: PathSink, { polygons }: Pick<MapArea, 'polygons'>, window: MapWindow): void {
  const size = worldSizePx(window.zoom)
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let at = 0; at < ring.length - 2; at += 2) {
        const x = mercatorX(ring[at]!) * size - window.left
        const y = mercatorY(ring[at + 1]!) * size - window.top
        if (at === 0) sink.moveTo(x, y)
        else sink.lineTo(x, y)
      }
      sink.closePath()
    }
  }
}
