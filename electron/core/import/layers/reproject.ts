import type { Geometry, Position } from 'geojson'
import proj4 from 'proj4'

export type ToDegrees = (geometry: Geometry) => Geometry

/**
 * How coordinates of a reference system become longitude and latitude.
 * @param definition well-known text of a .prj file or GeoPackage, or an EPSG code that is known by itself.
 * @returns `degrees` where they are such already, undefined where the definition says nothing that is understood.
 */
export function toDegrees(definition: string): ToDegrees | 'degrees' | undefined {
  const text = definition.replace(/^\ufeff/, '').trim()
  if (isGeographicDegrees(text)) return 'degrees'
  let forward: (position: [number, number]) => number[]
  try {
    const converter = proj4(text, 'WGS84')
    forward = (position) => converter.forward(position)
    const [x, y] = forward([0, 0])
    if (typeof x !== 'number' || typeof y !== 'number') return undefined
  } catch {
    return undefined
  }
  return (geometry) => mapped(geometry, ([x, y]) => forward([x ?? Number.NaN, y ?? Number.NaN]))
}

/** WGS84 and NAD83 differ by less than what a map of sites can show, so both stay untouched to the last bit. */
function isGeographicDegrees(text: string): boolean {
  if (/^(EPSG|OGC|CRS):{0,2}(4326|4269|CRS84|84)$/i.test(text)) return true
  return (
    /^GEOG(CS|CRS|RAPHICCRS)\s*\[/i.test(text) &&
    /WGS[_ ]?(19)?84|World Geodetic System 1984|North[_ ]American([_ ]Datum)?[_ ]1983|NAD83/i.test(text) &&
    !/UNIT\s*\[\s*"(radian|grad|gon)/i.test(text)
  )
}

function mapped(geometry: Geometry, map: (position: Position) => number[]): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: map(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(map) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(map)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(map))),
      }
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map((part) => mapped(part, map)) }
  }
}
