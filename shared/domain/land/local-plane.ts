import type { Path64, Rect64 } from 'clipper2-ts'
import type { Position } from 'geojson'
import { boxAround, type DegreeBox } from '../nearby/box-distance.ts'
import { equalAreaProjection } from './equal-area-projection.ts'

/** A plane that touches the ellipsoid in one place and keeps areas, in whole units for exact cutting. */
export interface LocalPlane {
  /** Units of the plane in a metre. */
  readonly unitsPerM: number
  /** Nothing beyond it can touch the land, buffers included. */
  readonly reach: Rect64
  /** A ring or line of degrees as a path of the plane; a closing position that repeats the first is left out. */
  pathOf(positions: readonly Position[]): Path64
  /** A path of the plane as a closed ring of degrees. */
  ringOf(path: Path64): Position[]
}

/** Beyond this many units products of two coordinates are no longer exact whole numbers. */
const MOST_UNITS = 4e7
const FINEST_UNITS_PER_M = 1e5
const DEGREE_DECIMALS = 9
/** Corners of a box of degrees are not quite those of its outline in the plane. */
const REACH_SLACK = 1.05

/**
 * Lambert's azimuthal equal-area projection of WGS 84 around the middle of a box. Lengths near the middle are true to
 * (distance ÷ 12,700 km)², a millionth at 12 km; areas everywhere. Units are a hundredth of a millimetre for a small
 * parcel and coarser for a large one.
 */
export function localPlane(box: DegreeBox, reachM: number): LocalPlane {
  const projection = equalAreaProjection([(box.west + box.east) / 2, (box.south + box.north) / 2])
  const corners = [projection.toPlane([box.west, box.south]), projection.toPlane([box.east, box.north])]
  const extentM = Math.max(...corners.flat().map(Math.abs)) + reachM
  const unitsPerM = Math.min(FINEST_UNITS_PER_M, 10 ** Math.floor(Math.log10(MOST_UNITS / Math.max(extentM, 1))))
  const place = ([x = Number.NaN, y = Number.NaN]: Position) => {
    const [east, north] = projection.toPlane([x, y])
    return { x: Math.round(east * unitsPerM), y: Math.round(north * unitsPerM) }
  }
  const reach = Math.ceil(REACH_SLACK * extentM * unitsPerM)
  return {
    unitsPerM,
    reach: { left: -reach, top: -reach, right: reach, bottom: reach },
    pathOf(positions) {
      const path = positions.map(place)
      const [first] = path
      const last = path.at(-1)
      return path.length > 1 && first?.x === last?.x && first?.y === last?.y ? path.slice(0, -1) : path
    },
    ringOf(path) {
      const ring = path.map(
        ({ x, y }): Position =>
          projection.toDegrees(x / unitsPerM, y / unitsPerM).map((each) => Number(each.toFixed(DEGREE_DECIMALS))),
      )
      if (ring[0]) ring.push(ring[0])
      return ring
    },
  }
}

/** The box of some positions, widened by metres on every side; null where there are none. */
export function boxOfPositions(positions: Iterable<Position>, marginM: number): DegreeBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = Number.NaN, y = Number.NaN] of positions) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  if (!(west <= east && south <= north)) return null
  const low = boxAround([west, south], marginM)
  const high = boxAround([east, north], marginM)
  return {
    west: Math.min(low.west, high.west),
    south: low.south,
    east: Math.max(low.east, high.east),
    north: high.north,
  }
}
