import type { Position } from 'geojson'
import type { LngLat } from '../../map/geodesy/lng-lat.ts'

/** Whether a place lies inside a polygon's rings, holes left out (even-odd rule, sides straight in degrees). */
export function isInsideRings([x, y]: LngLat, rings: readonly (readonly Position[])[]): boolean {
  let isInside = false
  for (const ring of rings) {
    let before = ring.at(-1)
    for (const each of ring) {
      const [x1 = Number.NaN, y1 = Number.NaN] = before ?? []
      const [x2 = Number.NaN, y2 = Number.NaN] = each
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside
      before = each
    }
  }
  return isInside
}
