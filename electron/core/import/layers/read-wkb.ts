import type { Geometry, Position } from 'geojson'

const MOST_DEPTH = 8

/** Reads well-known binary in the dialects of OGC, ISO and PostGIS; z and m are left out. Null for what is none. */
export function readWkb(bytes: Uint8Array): Geometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const count = (little: boolean, bytesEach: number): number => {
    const value = view.getUint32(at, little)
    at += 4
    // A damaged count must not make room for what cannot be there.
    if (value * bytesEach > view.byteLength - at) throw new RangeError('count')
    return value
  }
  const position = (little: boolean, dimensions: number): Position => {
    const each = [view.getFloat64(at, little), view.getFloat64(at + 8, little)]
    at += dimensions * 8
    if (at > view.byteLength) throw new RangeError('position')
    return each
  }
  const line = (little: boolean, dimensions: number): Position[] =>
    Array.from({ length: count(little, dimensions * 8) }, () => position(little, dimensions))
  const read = (depth: number): Geometry => {
    if (depth > MOST_DEPTH) throw new RangeError('depth')
    const little = view.getUint8(at) === 1
    const code = view.getUint32(at + 1, little)
    at += 5
    if ((code & 0x2000_0000) !== 0) at += 4
    const iso = Math.floor((code & 0x0fff_ffff) / 1_000)
    const hasZ = (code & 0x8000_0000) !== 0 || iso === 1 || iso === 3
    const hasM = (code & 0x4000_0000) !== 0 || iso === 2 || iso === 3
    const dimensions = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)
    const parts = () => Array.from({ length: count(little, 5) }, () => read(depth + 1))
    switch ((code & 0x0fff_ffff) % 1_000) {
      case 1:
        return { type: 'Point', coordinates: position(little, dimensions) }
      case 2:
        return { type: 'LineString', coordinates: line(little, dimensions) }
      case 3:
        return {
          type: 'Polygon',
          coordinates: Array.from({ length: count(little, 4) }, () => line(little, dimensions)),
        }
      case 4:
        return { type: 'MultiPoint', coordinates: parts().map((part) => partOf(part, 'Point').coordinates) }
      case 5:
        return { type: 'MultiLineString', coordinates: parts().map((part) => partOf(part, 'LineString').coordinates) }
      case 6:
        return { type: 'MultiPolygon', coordinates: parts().map((part) => partOf(part, 'Polygon').coordinates) }
      case 7:
        return { type: 'GeometryCollection', geometries: parts() }
      default:
        throw new RangeError('type')
    }
  }
  try {
    return read(0)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** @throws RangeError where a part is not of the type that its whole demands. */
function partOf<T extends Geometry['type']>(part: Geometry, type: T): Extract<Geometry, { type: T }> {
  if (part.type !== type) throw new RangeError('part')
  return part as Extract<Geometry, { type: T }>
}
