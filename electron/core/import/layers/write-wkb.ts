import type { Geometry, Position } from 'geojson'

const CODES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const
const HEAD_BYTES = 5
const COUNT_BYTES = 4
const POSITION_BYTES = 16

/** A geometry as well-known binary, little-endian, x and y alone. */
export function writeWkb(geometry: Geometry): Buffer {
  const bytes = Buffer.allocUnsafe(byteLength(geometry))
  let at = 0
  const uint = (value: number) => {
    at = bytes.writeUInt32LE(value, at)
  }
  const head = (type: keyof typeof CODES) => {
    at = bytes.writeUInt8(1, at)
    uint(CODES[type])
  }
  const position = ([x, y]: Position) => {
    at = bytes.writeDoubleLE(x ?? Number.NaN, at)
    at = bytes.writeDoubleLE(y ?? Number.NaN, at)
  }
  const line = (positions: readonly Position[]) => {
    uint(positions.length)
    for (const each of positions) position(each)
  }
  const lines = (rings: readonly (readonly Position[])[]) => {
    uint(rings.length)
    for (const each of rings) line(each)
  }
  const write = (each: Geometry): void => {
    head(each.type)
    switch (each.type) {
      case 'Point':
        position(each.coordinates)
        return
      case 'LineString':
        line(each.coordinates)
        return
      case 'Polygon':
        lines(each.coordinates)
        return
      default:
        parts(each)
    }
  }
  const parts = (each: Geometry): void => {
    const members = membersOf(each)
    uint(members.length)
    for (const member of members) write(member)
  }
  write(geometry)
  return bytes
}

function membersOf(geometry: Geometry): readonly Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }))
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    case 'GeometryCollection':
      return geometry.geometries
    default:
      return []
  }
}

function byteLength(geometry: Geometry): number {
  const lineBytes = (positions: readonly Position[]) => COUNT_BYTES + positions.length * POSITION_BYTES
  switch (geometry.type) {
    case 'Point':
      return HEAD_BYTES + POSITION_BYTES
    case 'LineString':
      return HEAD_BYTES + lineBytes(geometry.coordinates)
    case 'Polygon':
      return HEAD_BYTES + COUNT_BYTES + geometry.coordinates.reduce((sum, ring) => sum + lineBytes(ring), 0)
    default:
      return HEAD_BYTES + COUNT_BYTES + membersOf(geometry).reduce((sum, member) => sum + byteLength(member), 0)
  }
}
