import { SHP_HEAD_BYTES, SHX_RECORD_BYTES, shpBox, writeShpHead } from './shp-head.ts'

type Point = readonly [x: number, y: number]

const POINT = 1
const POINT_BYTES = 20
const NULL_BYTES = 4
const RECORD_HEAD_BYTES = 8

/** The .shp and .shx parts of a shapefile of points; null is a shape without a place. */
export function shpFile(points: readonly (Point | null)[]): { shp: Uint8Array; shx: Uint8Array } {
  const bodyBytes = points.reduce((sum, point) => sum + RECORD_HEAD_BYTES + contentBytes(point), 0)
  const shp = Buffer.alloc(SHP_HEAD_BYTES + bodyBytes)
  const shx = Buffer.alloc(SHP_HEAD_BYTES + SHX_RECORD_BYTES * points.length)
  for (const part of [shp, shx]) writeShpHead(part, POINT, shpBox(points))
  let at = SHP_HEAD_BYTES
  points.forEach((point, index) => {
    const length = contentBytes(point)
    shx.writeInt32BE(at / 2, SHP_HEAD_BYTES + index * SHX_RECORD_BYTES)
    shx.writeInt32BE(length / 2, SHP_HEAD_BYTES + index * SHX_RECORD_BYTES + 4)
    shp.writeInt32BE(index + 1, at)
    shp.writeInt32BE(length / 2, at + 4)
    at += RECORD_HEAD_BYTES
    shp.writeInt32LE(point === null ? 0 : POINT, at)
    if (point !== null) {
      shp.writeDoubleLE(point[0], at + 4)
      shp.writeDoubleLE(point[1], at + 12)
    }
    at += length
  })
  return { shp, shx }
}

function contentBytes(point: Point | null): number {
  return point === null ? NULL_BYTES : POINT_BYTES
}
