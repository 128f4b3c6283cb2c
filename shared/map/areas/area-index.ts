import type { Position } from '../../domain/site/site-value.ts'
import type { AreaSet, MapArea } from './area-set.ts'

/** Finds the county and the state of a place. */
export interface AreaIndex extends AreaSet {
  countyAt(position: Position): MapArea | null
  stateAt(position: Position): MapArea | null
  county(fips: string): MapArea | null
  state(fips: string): MapArea | null
}

/** Degrees across a cell; a county is about half of one wide. */
const CELL_DEGREES = 1

/** Indexes areas by the one-degree cells that their boxes touch, so that a look-up tests a handful of outlines. */
export function indexAreas(areas: AreaSet): AreaIndex {
  const counties = gridOf(areas.counties)
  const states = gridOf(areas.states)
  const countyByFips = new Map(areas.counties.map((area) => [area.fips, area]))
  const stateByFips = new Map(areas.states.map((area) => [area.fips, area]))
  return {
    ...areas,
    countyAt: (position) => areaAt(counties, position),
    stateAt: (position) => areaAt(states, position),
    county: (fips) => countyByFips.get(fips) ?? null,
    state: (fips) => stateByFips.get(fips) ?? null,
  }
}

type Grid = ReadonlyMap<number, readonly MapArea[]>

function gridOf(areas: readonly MapArea[]): Grid {
  const grid = new Map<number, MapArea[]>()
  for (const area of areas) {
    const [west, south, east, north] = area.box.map((degrees) => Math.floor(degrees / CELL_DEGREES)) as [
      number,
      number,
      number,
      number,
    ]
    for (let row = south; row <= north; row += 1) {
      for (let column = west; column <= east; column += 1) {
        const key = cellKey(column, row)
        const members = grid.get(key)
        if (members) members.push(area)
        else grid.set(key, [area])
      }
    }
  }
  return grid
}

function areaAt(grid: Grid, { latitude, longitude }: Position): MapArea | null {
  const wrapped = ((((longitude + 180) % 360) + 360) % 360) - 180
  const members = grid.get(cellKey(Math.floor(wrapped / CELL_DEGREES), Math.floor(latitude / CELL_DEGREES)))
  return members?.find((area) => isInside(area, wrapped, latitude)) ?? null
}

function cellKey(column: number, row: number): number {
  return (row + 100) * 1_000 + column + 200
}

/** Whether a place lies in an area; degrees are taken as a plane, as the outlines are drawn. */
export function isInside({ box, polygons }: Pick<MapArea, 'box' | 'polygons'>, x: number, y: number): boolean {
  if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false
  // A crossing of any ring of any polygon turns outside into inside and back; parts of an area do not overlap.
  let inside = false
  for (const rings of polygons) for (const ring of rings) if (crossesOdd(ring, x, y)) inside = !inside
  return inside
}

function crossesOdd(ring: Float64Array, x: number, y: number): boolean {
  let odd = false
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const ay = ring[at + 1]!
    const by = ring[before + 1]!
    if (ay > y !== by > y && x < ((ring[before]! - ring[at]!) * (y - ay)) / (by - ay) + ring[at]!) odd = !odd
  }
  return odd
}
