import {
  areaPaths,
  booleanOpWithPolyTree,
  ClipType,
  difference,
  FillRule,
  intersect,
  type Paths64,
  type PolyPath64,
  PolyTree64,
  union,
} from 'clipper2-ts'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { SQUARE_METRES_PER_ACRE } from '../../map/geodesy/format-measure.ts'
import { bufferedPaths, insetPaths, polygonPaths } from './land-shapes.ts'
import { boxOfPositions, type LocalPlane, localPlane } from './local-plane.ts'

/** Land that nothing is built on, of one origin: a drawn area, or what a layer has here. */
export interface Exclusion {
  readonly id: string
  readonly geometries: readonly Geometry[]
  /** Metres around each; an area counts itself, a line or a point only by this. */
  readonly bufferM: number
}

export interface BuildableInput {
  /** Several that touch count as one piece of land. */
  readonly parcels: readonly (Polygon | MultiPolygon)[]
  /** Metres from the edge of the land that stay free. */
  readonly setbackM: number
  readonly exclusions: readonly Exclusion[]
}

/** How much of the land an exclusion takes. */
export interface ExclusionShare {
  /** Acres of the land inside it. */
  readonly acres: number
  /** Acres that no other exclusion takes: what there would be more without it. */
  readonly aloneAcres: number
}

export interface BuildableArea {
  readonly grossAcres: number
  readonly netAcres: number
  readonly setback: ExclusionShare
  /** By the id of the exclusion. */
  readonly exclusions: ReadonlyMap<string, ExclusionShare>
  /** What is left, in degrees. */
  readonly net: MultiPolygon
  /** True where an outline crossed itself; all its parts were taken for land. */
  readonly wasRepaired: boolean
}

/** How far from the land something may lie and still be looked at, metres beyond its own buffer. */
const MARGIN_M = 10

/**
 * What can be built on of some land: its area less a setback and everything excluded, overlaps counted once. Areas are
 * those of the WGS 84 ellipsoid, cut in an equal-area plane. Null where the parcels have no area.
 */
export function buildableArea({ parcels, setbackM, exclusions }: BuildableInput): BuildableArea | null {
  const farthest = Math.max(0, ...exclusions.map(({ bufferM }) => bufferM))
  const box = boxOfPositions(parcels.flatMap(positionsOf), MARGIN_M)
  if (box === null) return null
  const plane = localPlane(box, farthest)
  const outlines = parcels.flatMap((parcel) => ringsOf(parcel).map((rings) => polygonPaths(rings, plane)))
  const land = union(
    outlines.flatMap(({ paths }) => paths),
    FillRule.NonZero,
  )
  const acresOf = (paths: Paths64) => Math.max(0, areaPaths(paths)) / plane.unitsPerM ** 2 / SQUARE_METRES_PER_ACRE
  const grossAcres = acresOf(land)
  if (!(grossAcres > 0)) return null

  // One order, so that rounding where edges cross is the same whatever order they come in.
  const ordered = [...exclusions].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  const taken = [
    difference(land, insetPaths(land, setbackM, plane), FillRule.NonZero),
    ...ordered.map(({ geometries, bufferM }) =>
      intersect(
        land,
        geometries.flatMap((each) => bufferedPaths(each, bufferM, plane)),
        FillRule.NonZero,
      ),
    ),
  ]
  const leftWithout = (left: number) =>
    difference(
      land,
      taken.flatMap((paths, index) => (index === left ? [] : paths)),
      FillRule.NonZero,
    )
  const net = leftWithout(-1)
  const netAcres = Math.min(grossAcres, acresOf(net))
  const shareOf = (index: number): ExclusionShare => {
    const acres = Math.min(grossAcres, acresOf(taken[index] ?? []))
    return { acres, aloneAcres: acres === 0 ? 0 : Math.min(acres, Math.max(0, acresOf(leftWithout(index)) - netAcres)) }
  }
  return {
    grossAcres,
    netAcres,
    setback: shareOf(0),
    exclusions: new Map(ordered.map(({ id }, index) => [id, shareOf(index + 1)])),
    net: { type: 'MultiPolygon', coordinates: polygonsOf(net, plane) },
    wasRepaired: outlines.some(({ wasCrossing }) => wasCrossing),
  }
}

function ringsOf(parcel: Polygon | MultiPolygon): Position[][][] {
  return parcel.type === 'Polygon' ? [parcel.coordinates] : parcel.coordinates
}

function positionsOf(parcel: Polygon | MultiPolygon): Position[] {
  return ringsOf(parcel).flat(2)
}

/** Paths as polygons with their holes, in degrees. */
function polygonsOf(paths: Paths64, plane: LocalPlane): Position[][][] {
  const tree = new PolyTree64()
  booleanOpWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero)
  const polygons: Position[][][] = []
  const visit = (node: PolyPath64) => {
    const rings = [node, ...childrenOf(node)].flatMap(({ poly }) => (poly ? [plane.ringOf(poly)] : []))
    polygons.push(rings)
    for (const hole of childrenOf(node)) for (const island of childrenOf(hole)) visit(island)
  }
  for (const outer of childrenOf(tree)) visit(outer)
  return polygons
}

function childrenOf(node: PolyPath64): PolyPath64[] {
  return Array.from({ length: node.count }, (_, index) => node.child(index))
}
