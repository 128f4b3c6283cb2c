import { worldSizePx } from '../../../shared/map/mercator.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import type { SitePoints } from './site-points.ts'

/** A marker whose middle lies this far outside cannot reach in, CSS pixels. */
const MARGIN_PX = 40

/** The place of what lies outside of the window or nowhere. */
export const OUTSIDE = -0x80000000

/**
 * Where each row lies on a canvas over the window: x in the low and y in the high sixteen bits, both with a sign, so that
 * a frame needs one look-up a row. OUTSIDE where its marker cannot be seen.
 */
export function screenPlaces(points: SitePoints, window: MapWindow, pixelRatio: number): Int32Array {
  const size = worldSizePx(window.zoom)
  const [right, bottom] = [window.width + MARGIN_PX, window.height + MARGIN_PX]
  const places = new Int32Array(points.count)
  for (let row = 0; row < points.count; row += 1) {
    const x = points.x[row]! * size - window.left
    const y = points.y[row]! * size - window.top
    // Written so that an unknown position, NaN, is left out too.
    const isInside = x > -MARGIN_PX && y > -MARGIN_PX && x < right && y < bottom
    places[row] = isInside ? (Math.round(y * pixelRatio) << 16) | (Math.round(x * pixelRatio) & 0xffff) : OUTSIDE
  }
  return places
}

/** Column of a place that is not OUTSIDE, canvas pixels. */
export function columnPxOf(place: number): number {
  return (place << 16) >> 16
}

/** Row of a place that is not OUTSIDE, canvas pixels. */
export function rowPxOf(place: number): number {
  return place >> 16
}
