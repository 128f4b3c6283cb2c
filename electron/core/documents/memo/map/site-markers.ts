import { categoryAt, type SiteColumns } from '../../../../../shared/columns/site-columns.ts'
import type { Ranking } from '../../../../../shared/domain/ranking/ranking.ts'
import { VERDICTS, type Verdict } from '../../../../../shared/domain/site/strategies.ts'
import { type MarkerShape, shapeOfKind } from '../../../../../shared/map/kind-shapes.ts'
import { markerCrowding, markerRadiusPx } from '../../../../../shared/map/marker-size.ts'
import { type MapFrame, pointOf } from './map-frame.ts'

/** A site on a memo's map, in points from the frame's corner. */
export interface SiteMarker {
  readonly row: number
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly verdict: Verdict
  readonly shape: MarkerShape
}

/** Most sites drawn on one map, best first; more would hide each other and fatten the file. */
const MOST_MARKERS = 600
/** Points; less would not print. */
const LEAST_RADIUS = 0.8

/** The sites within a frame, worst first, so that the better ones are painted over them. */
export function siteMarkers(columns: SiteColumns, ranking: Ranking, frame: MapFrame, scale = 1): readonly SiteMarker[] {
  const crowding = markerCrowding(columns.count) * scale
  const markers: SiteMarker[] = []
  for (const row of ranking.order) {
    const latitude = columns.numbers.latitude[row] ?? Number.NaN
    const longitude = columns.numbers.longitude[row] ?? Number.NaN
    if (Number.isNaN(latitude) || Number.isNaN(longitude)) continue
    const at = pointOf(frame, { latitude, longitude })
    if (!at) continue
    markers.push({
      row,
      ...at,
      radius: Math.max(
        LEAST_RADIUS,
        markerRadiusPx(ranking.mw[row] ?? Number.NaN, frame.window.zoom) * crowding * frame.pointsPerPx,
      ),
      verdict: VERDICTS[ranking.verdict[row] ?? VERDICTS.length - 1] ?? 'none',
      shape: shapeOfKind(categoryAt(columns, 'kind', row)),
    })
    if (markers.length === MOST_MARKERS) break
  }
  return markers.reverse()
}
