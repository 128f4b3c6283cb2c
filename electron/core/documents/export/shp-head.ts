export type ShpBox = readonly [west: number, south: number, east: number, north: number]

export const SHP_HEAD_BYTES = 100
export const SHX_RECORD_BYTES = 8

const FILE_CODE = 9994
const VERSION = 1000

/** Writes the head of a .shp or .shx part, whose length is known. Lengths are counted in words of two bytes. */
export function writeShpHead(part: Buffer, shapeType: number, box: ShpBox): void {
  part.writeInt32BE(FILE_CODE, 0)
  part.writeInt32BE(part.length / 2, 24)
  part.writeInt32LE(VERSION, 28)
  part.writeInt32LE(shapeType, 32)
  for (const [index, value] of box.entries()) part.writeDoubleLE(value, 36 + index * 8)
}

/** The box of places; zeros where there are none. */
export function shpBox(places: Iterable<readonly number[] | null>): ShpBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const place of places) {
    const [x, y] = place ?? []
    if (x === undefined || y === undefined) continue
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return west > east ? [0, 0, 0, 0] : [west, south, east, north]
}
