import type { Geometry, Position } from 'geojson'

/** Goes through all positions of a geometry in their order. */
export function walkPositions(geometry: Geometry, visit: (position: Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      visit(geometry.coordinates)
      return
    case 'MultiPoint':
    case 'LineString':
      for (const position of geometry.coordinates) visit(position)
      return
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) for (const position of line) visit(position)
      return
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates)
        for (const ring of polygon) for (const position of ring) visit(position)
      return
    case 'GeometryCollection':
      for (const part of geometry.geometries) walkPositions(part, visit)
  }
}
