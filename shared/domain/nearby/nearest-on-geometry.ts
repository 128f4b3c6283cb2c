import type { Geometry, Position } from 'geojson'
import { inverse } from '../../map/geodesy/inverse.ts'
import type { LngLat } from '../../map/geodesy/lng-lat.ts'
import { boxDistanceM } from './box-distance.ts'
import { isInsideRings } from './is-inside-rings.ts'
import { type NearestPlace, nearestOnSegment } from './nearest-on-segment.ts'

/**
 * The place of a geometry that is nearest on the WGS 84 ellipsoid; the place itself, at distance 0, inside a polygon.
 * Null where nothing is nearer than `limitM`, or there is nothing at all.
 */
export function nearestOnGeometry(
  from: LngLat,
  geometry: Geometry,
  limitM = Number.POSITIVE_INFINITY,
): NearestPlace | null {
  let best: NearestPlace | null = null
  const limit = () => best?.distanceM ?? limitM
  const take = (found: NearestPlace) => {
    if (found.distanceM < limit()) best = found
  }
  const point = (place: LngLat) => {
    const [longitude, latitude] = place
    const box = { west: longitude, south: latitude, east: longitude, north: latitude }
    if (boxDistanceM(from, box) < limit()) take({ place, distanceM: inverse(from, place).distanceM })
  }
  const line = (positions: readonly Position[]) => {
    let start = placeOf(positions[0])
    if (start && positions.length === 1) point(start)
    for (let index = 1; index < positions.length; index += 1) {
      const end = placeOf(positions[index])
      if (!end) continue
      if (start && boxDistanceM(from, boxOf(start, end)) < limit()) take(nearestOnSegment(from, start, end))
      start = end
    }
  }
  const polygon = (rings: readonly (readonly Position[])[]) => {
    if (isInsideRings(from, rings)) take({ place: from, distanceM: 0 })
    else for (const ring of rings) line(ring)
  }
  const visit = (each: Geometry): void => {
    switch (each.type) {
      case 'Point': {
        const place = placeOf(each.coordinates)
        if (place) point(place)
        return
      }
      case 'MultiPoint':
        for (const coordinates of each.coordinates) visit({ type: 'Point', coordinates })
        return
      case 'LineString':
        line(each.coordinates)
        return
      case 'MultiLineString':
        for (const positions of each.coordinates) line(positions)
        return
      case 'Polygon':
        polygon(each.coordinates)
        return
      case 'MultiPolygon':
        for (const rings of each.coordinates) polygon(rings)
        return
      case 'GeometryCollection':
        for (const part of each.geometries) visit(part)
    }
  }
  visit(geometry)
  return best
}

function placeOf(position: Position | undefined): LngLat | null {
  const [longitude, latitude] = position ?? []
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude]
}

function boxOf(start: LngLat, end: LngLat) {
  return {
    west: Math.min(start[0], end[0]),
    south: Math.min(start[1], end[1]),
    east: Math.max(start[0], end[0]),
    north: Math.max(start[1], end[1]),
  }
}
