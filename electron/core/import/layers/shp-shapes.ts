import type { Geometry, Position } from 'geojson'

const HEAD_BYTES = 100
const FILE_CODE = 9994

/** Shape types by what they are; z and m are left out. */
const POINTS = new Set([1, 11, 21])
const LINES = new Set([3, 13, 23])
const POLYGONS = new Set([5, 15, 25])
const MULTIPOINTS = new Set([8, 18, 28])

export function isShp(bytes: Uint8Array): boolean {
  return bytes.length >= HEAD_BYTES && viewOf(bytes).getInt32(0) === FILE_CODE
}

/** The shapes of a .shp part in their order: null for an empty one, undefined for one that cannot be read. */
export function* shpShapes(bytes: Uint8Array): Generator<Geometry | null | undefined> {
  const view = viewOf(bytes)
  let at = HEAD_BYTES
  while (at + 12 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2
    const start = at + 8
    if (length < 4 || start + length > bytes.length) {
      yield undefined
      return
    }
    yield shape(new DataView(bytes.buffer, bytes.byteOffset + start, length))
    at = start + length
  }
}

function shape(view: DataView): Geometry | null | undefined {
  const type = view.getInt32(0, true)
  if (type === 0) return null
  try {
    if (POINTS.has(type)) return { type: 'Point', coordinates: position(view, 4) }
    if (MULTIPOINTS.has(type)) return { type: 'MultiPoint', coordinates: positions(view, 40, count(view, 36, 16)) }
    if (!LINES.has(type) && !POLYGONS.has(type)) return undefined
    const parts = partsOf(view)
    if (parts.length === 0) return null
    if (POLYGONS.has(type)) return polygon(parts)
    return parts.length === 1
      ? { type: 'LineString', coordinates: parts[0] ?? [] }
      : { type: 'MultiLineString', coordinates: parts }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function partsOf(view: DataView): Position[][] {
  const partCount = count(view, 36, 4)
  const pointCount = count(view, 40, 16)
  const pointsAt = 44 + partCount * 4
  const starts = Array.from({ length: partCount }, (_, part) => view.getInt32(44 + part * 4, true))
  return starts.map((start, part) => {
    const end = starts[part + 1] ?? pointCount
    if (start < 0 || end < start || end > pointCount) throw new RangeError('part')
    return positions(view, pointsAt + start * 16, end - start)
  })
}

/** Outer rings run clockwise; a hole belongs to the outer ring around it. */
function polygon(rings: readonly Position[][]): Geometry {
  const polygons: Position[][][] = []
  const holes: Position[][] = []
  for (const ring of rings) {
    if (signedArea(ring) <= 0) polygons.push([ring])
    else holes.push(ring)
  }
  for (const hole of holes) {
    const [first] = hole
    const around =
      polygons.length === 1 ? polygons[0] : polygons.find(([outer]) => outer && first && contains(outer, hole))
    if (around) around.push(hole)
    else polygons.push([hole])
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function signedArea(ring: readonly Position[]): number {
  let sum = 0
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i] ?? [], ring[i + 1] ?? []]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

/** Whether a ring lies in another, by the first position that is not one of the other's own. */
function contains(outer: readonly Position[], ring: readonly Position[]): boolean {
  const own = new Set(outer.map((each) => each.join()))
  const [x = 0, y = 0] = ring.find((each) => !own.has(each.join())) ?? ring[0] ?? []
  let isInside = false
  for (let i = 0; i + 1 < outer.length; i += 1) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [outer[i] ?? [], outer[i + 1] ?? []]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
  }
  return isInside
}

function count(view: DataView, at: number, bytesEach: number): number {
  const value = view.getInt32(at, true)
  if (value < 0 || value * bytesEach > view.byteLength) throw new RangeError('count')
  return value
}

function positions(view: DataView, at: number, length: number): Position[] {
  return Array.from({ length }, (_, index) => position(view, at + index * 16))
}

function position(view: DataView, at: number): Position {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)]
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
