import { Circle, CircleMarker, type LatLng, type Layer, LayerGroup, Marker, Polygon, Polyline } from 'leaflet'
import type {
  AnnotationFigure,
  AnnotationGeometry,
  LonLat,
} from '../../../shared/domain/annotations/annotation-figure.ts'
import type { AnnotationShape } from '../../../shared/domain/annotations/annotation-shape.ts'
import { ellipsoidRadius } from './leaflet-radius.ts'

/**
 * What a Leaflet layer shows, as the catalog keeps it. Leaflet's own GeoJSON would lose the shape and the radius of a
 * circle. A layer that a cut left in several pieces gives one figure a piece of line, and one of all pieces of area.
 */
export function layerFigures(layer: Layer, shape: AnnotationShape): AnnotationFigure[] {
  if (layer instanceof LayerGroup) return joined(layer.getLayers().flatMap((part) => layerFigures(part, shape)))
  // A circle is a circle marker to Leaflet, and a polygon is a polyline: the narrower one is asked first.
  if (layer instanceof Circle) {
    const center = lonLat(layer.getLatLng())
    const radiusMetres = ellipsoidRadius(center, layer.getRadius())
    return [{ shape, geometry: { type: 'Point', coordinates: center }, radiusMetres }]
  }
  if (layer instanceof CircleMarker || layer instanceof Marker)
    return [{ shape, geometry: { type: 'Point', coordinates: lonLat(layer.getLatLng()) }, radiusMetres: null }]
  if (layer instanceof Polygon) return [{ shape, geometry: polygonGeometry(layer), radiusMetres: null }]
  if (layer instanceof Polyline)
    return lines(layer.getLatLngs() as Nested).map((line) => ({
      shape,
      geometry: { type: 'LineString', coordinates: line.map(lonLat) },
      radiusMetres: null,
    }))
  return []
}

type Nested = LatLng[] | LatLng[][] | LatLng[][][]

function polygonGeometry(layer: Polygon): AnnotationGeometry {
  const nested = layer.getLatLngs() as Nested
  const depth = depthOf(nested)
  const polygons =
    depth === 3 ? (nested as LatLng[][][]) : [depth === 2 ? (nested as LatLng[][]) : [nested as LatLng[]]]
  const coordinates = polygons.map((rings) => rings.map((ring) => closed(ring.map(lonLat))))
  const only = coordinates[0]
  return coordinates.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates }
}

function joined(figures: AnnotationFigure[]): AnnotationFigure[] {
  const polygons = figures.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [geometry.coordinates]
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  })
  const first = figures[0]
  if (!first || polygons.length < 2) return figures
  const others = figures.filter(({ geometry }) => geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
  return [{ ...first, geometry: { type: 'MultiPolygon', coordinates: polygons } }, ...others]
}

function lines(nested: Nested): LatLng[][] {
  return depthOf(nested) === 1 ? [nested as LatLng[]] : (nested as LatLng[][])
}

function depthOf(nested: Nested): number {
  let [depth, inner]: [number, unknown] = [0, nested]
  while (Array.isArray(inner)) [depth, inner] = [depth + 1, inner[0]]
  return depth
}

function closed(ring: LonLat[]): LonLat[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, [...first]] : ring
}

function lonLat({ lat, lng }: LatLng): LonLat {
  return [lng, lat]
}
