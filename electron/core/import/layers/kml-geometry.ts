import type { Geometry, Position } from 'geojson'
import { kmlCoordinates } from './kml-coordinates.ts'
import type { XmlElement } from './xml-tree.ts'

/** The geometries that stand directly in an element of KML. */
export function kmlGeometries(element: XmlElement): Geometry[] {
  return element.children.flatMap((child): Geometry[] => {
    switch (child.name) {
      case 'Point': {
        const [position] = coordinatesOf(child, true)
        return position ? [{ type: 'Point', coordinates: position }] : []
      }
      case 'LineString':
      case 'LinearRing': {
        const coordinates = coordinatesOf(child)
        return coordinates.length > 0 ? [{ type: 'LineString', coordinates }] : []
      }
      case 'Polygon': {
        const coordinates = [...ringsOf(child, 'outerBoundaryIs'), ...ringsOf(child, 'innerBoundaryIs')]
        return coordinates.length > 0 ? [{ type: 'Polygon', coordinates }] : []
      }
      case 'Track': {
        const coordinates = child.children
          .filter(({ name }) => name === 'coord')
          .map(({ text }) => text.trim().split(/\s+/).slice(0, 2).map(Number))
        return coordinates.length > 0 ? [{ type: 'LineString', coordinates }] : []
      }
      case 'MultiGeometry':
      case 'MultiTrack':
        return kmlGeometries(child)
      default:
        return []
    }
  })
}

/** Geometries of one kind as one of its multiple; mixed ones as a collection. */
export function joinedGeometry(parts: readonly Geometry[]): Geometry | null {
  const [first] = parts
  if (!first || parts.length === 1) return first ?? null
  if (parts.every((part) => part.type === 'Point'))
    return { type: 'MultiPoint', coordinates: parts.map((part) => part.coordinates) }
  if (parts.every((part) => part.type === 'LineString'))
    return { type: 'MultiLineString', coordinates: parts.map((part) => part.coordinates) }
  if (parts.every((part) => part.type === 'Polygon'))
    return { type: 'MultiPolygon', coordinates: parts.map((part) => part.coordinates) }
  return { type: 'GeometryCollection', geometries: [...parts] }
}

function coordinatesOf(element: XmlElement, isPoint = false): Position[] {
  const coordinates = element.children.find(({ name }) => name === 'coordinates')
  return coordinates ? kmlCoordinates(coordinates.text, isPoint) : []
}

function ringsOf(polygon: XmlElement, boundary: string): Position[][] {
  return polygon.children
    .filter(({ name }) => name === boundary)
    .flatMap(({ children }) => children.filter(({ name }) => name === 'LinearRing').map((ring) => coordinatesOf(ring)))
    .filter((ring) => ring.length > 0)
}
