import {
  areaPaths,
  difference,
  EndType,
  FillRule,
  inflatePaths,
  JoinType,
  type Paths64,
  rectClip,
  union,
} from 'clipper2-ts'
import type { Geometry, Position } from 'geojson'
import type { LocalPlane } from './local-plane.ts'

/** How far the arc of a buffer may lie inside the true circle, metres. */
const ARC_TOLERANCE_M = 0.01
const MITER_LIMIT = 2

/** An outline that had to be put right, and the paths that came of it. */
export interface Repaired {
  readonly paths: Paths64
  readonly wasCrossing: boolean
}

/** A polygon in the plane, its holes left out, whatever way its rings turn; one that crosses itself keeps all its parts. */
export function polygonPaths(rings: readonly (readonly Position[])[], plane: LocalPlane): Repaired {
  const [outer = [], ...holes] = rings.map((ring) => plane.pathOf(ring))
  const whole = union([outer], FillRule.NonZero)
  const simple = Math.abs(areaPaths([outer]))
  const wasCrossing = Math.abs(areaPaths(whole) - simple) > 1e-6 * Math.max(simple, 1)
  return { paths: holes.length === 0 ? whole : difference(whole, holes, FillRule.NonZero), wasCrossing }
}

/** The part of a polygon that can touch the land: a county's flood zones are large, and a parcel is small. */
function nearPaths(rings: readonly (readonly Position[])[], plane: LocalPlane): Paths64 {
  const [outer = [], ...holes] = rings.map((ring) => rectClip(plane.reach, [plane.pathOf(ring)]))
  const whole = union(outer, FillRule.NonZero)
  return holes.length === 0 || whole.length === 0 ? whole : difference(whole, holes.flat(), FillRule.NonZero)
}

/** Land within `bufferM` of a geometry: an area itself too, lines and points only by their buffer. */
export function bufferedPaths(geometry: Geometry, bufferM: number, plane: LocalPlane): Paths64 {
  const delta = bufferM * plane.unitsPerM
  const areas: Paths64 = []
  const lines: Paths64 = []
  collect(geometry, plane, areas, lines)
  if (!(delta > 0)) return areas
  const tolerance = Math.max(1, ARC_TOLERANCE_M * plane.unitsPerM)
  const inflate = (paths: Paths64, end: EndType) =>
    paths.length === 0 ? [] : inflatePaths(paths, delta, JoinType.Round, end, MITER_LIMIT, tolerance)
  return union([...inflate(areas, EndType.Polygon), ...inflate(lines, EndType.Round)], FillRule.NonZero)
}

/** What is left of an area where its edge moves inwards by `setbackM`. */
export function insetPaths(paths: Paths64, setbackM: number, plane: LocalPlane): Paths64 {
  if (!(setbackM > 0)) return paths
  const tolerance = Math.max(1, ARC_TOLERANCE_M * plane.unitsPerM)
  const delta = -setbackM * plane.unitsPerM
  return inflatePaths(paths, delta, JoinType.Round, EndType.Polygon, MITER_LIMIT, tolerance)
}

function collect(geometry: Geometry, plane: LocalPlane, areas: Paths64, lines: Paths64): void {
  switch (geometry.type) {
    case 'Point':
      lines.push(plane.pathOf([geometry.coordinates]))
      return
    case 'MultiPoint':
      for (const position of geometry.coordinates) lines.push(plane.pathOf([position]))
      return
    case 'LineString':
      lines.push(plane.pathOf(geometry.coordinates))
      return
    case 'MultiLineString':
      for (const line of geometry.coordinates) lines.push(plane.pathOf(line))
      return
    case 'Polygon':
      areas.push(...nearPaths(geometry.coordinates, plane))
      return
    case 'MultiPolygon':
      for (const rings of geometry.coordinates) areas.push(...nearPaths(rings, plane))
      return
    case 'GeometryCollection':
      for (const part of geometry.geometries) collect(part, plane, areas, lines)
  }
}
