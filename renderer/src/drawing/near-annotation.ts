import type { Map as LeafletMap, Point } from 'leaflet'
import { LineUtil } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import { figurePlaces } from '../../../shared/map/geodesy/figure-places.ts'

/** The annotation whose outline comes nearest to a place on the screen, within so many pixels; a thin line is hard to hit. */
export function nearAnnotation(
  map: LeafletMap,
  annotations: readonly Annotation[],
  at: Point,
  withinPx: number,
): string | null {
  let [nearest, distancePx]: [string | null, number] = [null, withinPx]
  for (const { annotationId, figure } of annotations) {
    if (figure.radiusMetres !== null) continue
    const points = figurePlaces(figure).map(([longitude, latitude]: LonLat) =>
      map.latLngToContainerPoint([latitude, longitude]),
    )
    const found = distanceTo(points, at)
    // The later one lies on top.
    if (found <= distancePx) [nearest, distancePx] = [annotationId, found]
  }
  return nearest
}

function distanceTo(points: readonly Point[], at: Point): number {
  let least = points[0]?.distanceTo(at) ?? Infinity
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]]
    if (from && to) least = Math.min(least, LineUtil.pointToSegmentDistance(at, from, to))
  }
  return least
}
