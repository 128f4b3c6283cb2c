import type { Geometry } from 'geojson'

/** How deep the coordinates of a type are nested; a point's are 0. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

const MOST_NESTED = 8

/** A value of a JSON file as a geometry; null where it is not one. */
export function geojsonGeometry(value: unknown, nested = 0): Geometry | null {
  if (typeof value !== 'object' || value === null || nested > MOST_NESTED) return null
  const { type, coordinates, geometries } = value as { type?: unknown; coordinates?: unknown; geometries?: unknown }
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries)) return null
    const parts = geometries.map((each) => geojsonGeometry(each, nested + 1))
    return parts.includes(null) ? null : { type, geometries: parts as Geometry[] }
  }
  const depth = typeof type === 'string' && Object.hasOwn(DEPTHS, type) ? DEPTHS[type] : undefined
  if (depth === undefined || !isNested(coordinates, depth)) return null
  return { type, coordinates } as Geometry
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth > 0) return value.every((each) => isNested(each, depth - 1))
  return value.length >= 2 && typeof value[0] === 'number' && typeof value[1] === 'number'
}
