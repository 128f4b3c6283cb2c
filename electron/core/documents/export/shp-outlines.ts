import type { Geometry, Position } from 'geojson'
import { woundRings } from '../../annotations/wound-rings.ts'
import { SHP_HEAD_BYTES, SHX_RECORD_BYTES, shpBox, writeShpHead } from './shp-head.ts'

const POLYLINE = 3
const POLYGON = 5
const RECORD_HEAD_BYTES = 8
/** Type, box, numbers of parts and of places. */
const FIXED_BYTES = 4 + 32 + 4 + 4
const PART_BYTES = 4
const PLACE_BYTES = 16

/** The .shp and .shx parts of a shapefile of lines or of areas. */
export function shpOutlines(
  kind: 'lines' | 'areas',
  geometries: readonly Geometry[],
): { shp: Uint8Array; shx: Uint8Array } {
  const shapes = geometries.map(kind === 'lines' ? lineParts : areaParts)
  const lengths = shapes.map((parts) => FIXED_BYTES + PART_BYTES * parts.length + PLACE_BYTES * parts.flat().length)
  const shp = Buffer.alloc(SHP_HEAD_BYTES + lengths.reduce((sum, length) => sum + RECORD_HEAD_BYTES + length, 0))
  const shx = Buffer.alloc(SHP_HEAD_BYTES + SHX_RECORD_BYTES * shapes.length)
  const type = kind === 'lines' ? POLYLINE : POLYGON
  for (const part of [shp, shx]) writeShpHead(part, type, shpBox(shapes.flat(2)))
  let at = SHP_HEAD_BYTES
  shapes.forEach((parts, index) => {
    const length = lengths[index] ?? 0
    shx.writeInt32BE(at / 2, SHP_HEAD_BYTES + index * SHX_RECORD_BYTES)
    shx.writeInt32BE(length / 2, SHP_HEAD_BYTES + index * SHX_RECORD_BYTES + 4)
    shp.writeInt32BE(index + 1, at)
    shp.writeInt32BE(length / 2, at + 4)
    writeShape(shp, at + RECORD_HEAD_BYTES, type, parts)
    at += RECORD_HEAD_BYTES + length
  })
  return { shp, shx }
}

function writeShape(shp: Buffer, start: number, type: number, parts: readonly Position[][]): void {
  const places = parts.flat()
  let at = shp.writeInt32LE(type, start)
  for (const value of shpBox(places)) at = shp.writeDoubleLE(value, at)
  at = shp.writeInt32LE(parts.length, at)
  at = shp.writeInt32LE(places.length, at)
  let first = 0
  for (const part of parts) {
    at = shp.writeInt32LE(first, at)
    first += part.length
  }
  for (const [x = 0, y = 0] of places) {
    at = shp.writeDoubleLE(x, at)
    at = shp.writeDoubleLE(y, at)
  }
}

function lineParts(geometry: Geometry): Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : []
}

/** Shapefiles tell an outline from a hole by the way around. */
function areaParts(geometry: Geometry): Position[][] {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  return polygons.flatMap(woundRings)
}
