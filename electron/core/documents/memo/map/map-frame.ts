import type { Position } from '../../../../../shared/domain/site/site-value.ts'
import { mercatorX, mercatorY, metersPerPixel, worldSizePx } from '../../../../../shared/map/mercator.ts'
import type { MapWindow } from '../../../../../shared/map/tile-cover.ts'

/** A map's place on paper: its size in points and the piece of the world in it. */
export interface MapFrame {
  readonly width: number
  readonly height: number
  readonly centre: Position
  readonly window: MapWindow
  /** Points that one pixel of the map's design measures on paper. */
  readonly pointsPerPx: number
}

export function frameAround(
  centre: Position,
  zoom: number,
  width: number,
  height: number,
  pointsPerPx: number,
): MapFrame {
  const size = worldSizePx(zoom)
  const widthPx = width / pointsPerPx
  const heightPx = height / pointsPerPx
  const top = mercatorY(centre.latitude) * size - heightPx / 2
  return {
    width,
    height,
    centre,
    pointsPerPx,
    window: {
      zoom,
      left: mercatorX(centre.longitude) * size - widthPx / 2,
      // The world ends north and south; a site near the edge stands off the middle instead.
      top: Math.max(0, Math.min(size - heightPx, top)),
      width: widthPx,
      height: heightPx,
    },
  }
}

/** The frame that holds a box of degrees whole. */
export function frameOver(
  [west, south, east, north]: readonly [number, number, number, number],
  width: number,
  height: number,
  pointsPerPx: number,
): MapFrame {
  const across = mercatorX(east) - mercatorX(west)
  const down = mercatorY(south) - mercatorY(north)
  const worldPt = Math.min(width / across, height / down)
  const zoom = Math.log2(worldPt / pointsPerPx / 256)
  const middleY = (mercatorY(south) + mercatorY(north)) / 2
  const latitude = (Math.atan(Math.sinh((0.5 - middleY) * 2 * Math.PI)) * 180) / Math.PI
  return frameAround({ latitude, longitude: (west + east) / 2 }, zoom, width, height, pointsPerPx)
}

/** Where a position falls in the frame, in points; null where it lies outside by more than `margin`. */
export function pointOf(
  frame: MapFrame,
  { latitude, longitude }: Position,
  margin = 0,
): { x: number; y: number } | null {
  const { window, pointsPerPx } = frame
  const size = worldSizePx(window.zoom)
  let px = mercatorX(longitude) * size - window.left
  // The frame may reach across the antimeridian.
  if (px < -margin) px += size
  else if (px > window.width + margin && px - size > -margin) px -= size
  const x = px * pointsPerPx
  const y = (mercatorY(latitude) * size - window.top) * pointsPerPx
  const isSeen = x >= -margin && x <= frame.width + margin && y >= -margin && y <= frame.height + margin
  return isSeen ? { x, y } : null
}

/** Metres on the ground that one point on paper covers at the frame's centre. */
export function metersPerPoint(frame: MapFrame): number {
  return metersPerPixel(frame.centre.latitude, frame.window.zoom) / frame.pointsPerPx
}
