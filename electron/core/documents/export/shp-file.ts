type Point = readonly [x: number, y: number]

const HEAD_BYTES = 100
const FILE_CODE = 9994
const VERSION = 1000
const POINT = 1
const POINT_BYTES = 20
const NULL_BYTES = 4
const RECORD_HEAD_BYTES = 8
const INDEX_BYTES = 8

/** The .shp and .shx parts of a shapefile of points; null is a shape without a place. */
export function shpFile(points: readonly (Point | null)[]): { shp: Uint8Array; shx: Uint8Array } {
  const bodyBytes = points.reduce((sum, point) => sum + RECORD_HEAD_BYTES + contentBytes(point), 0)
  const shp = Buffer.alloc(HEAD_BYTES + bodyBytes)
  const shx = Buffer.alloc(HEAD_BYTES + INDEX_BYTES * points.length)
  for (const part of [shp, shx]) writeHead(part, points)
  let at = HEAD_BYTES
  points.forEach((point, index) => {
    const length = contentBytes(point)
    shx.writeInt32BE(at / 2, HEAD_BYTES + index * INDEX_BYTES)
    shx.writeInt32BE(length / 2, HEAD_BYTES + index * INDEX_BYTES + 4)
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

/** Lengths are counted in words of two bytes. */
function writeHead(part: Buffer, points: readonly (Point | null)[]): void {
  part.writeInt32BE(FILE_CODE, 0)
  part.writeInt32BE(part.length / 2, 24)
  part.writeInt32LE(VERSION, 28)
  part.writeInt32LE(POINT, 32)
  const [west, south, east, north] = boundsOf(points)
  for (const [index, value] of [west, south, east, north].entries()) part.writeDoubleLE(value, 36 + index * 8)
}

function boundsOf(points: readonly (Point | null)[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const point of points) {
    if (point === null) continue
    west = Math.min(west, point[0])
    east = Math.max(east, point[0])
    south = Math.min(south, point[1])
    north = Math.max(north, point[1])
  }
  return west > east ? [0, 0, 0, 0] : [west, south, east, north]
}
