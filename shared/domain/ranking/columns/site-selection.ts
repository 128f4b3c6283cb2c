import type { SiteColumns } from '../../../columns/site-columns.ts'
import { GATES } from '../ranking.ts'
import type { Ruler } from '../ruler.ts'
import { byPosition } from './by-position.ts'
import { type CatalogFacts, catalogFacts, stretchesOf } from './catalog-facts.ts'
import { catalogPoints, keepPoints } from './fact-points.ts'

/** Some sites of a catalog, to be ranked again and again as things stand. */
export interface SiteSelection {
  /** Of the whole catalog. */
  readonly columns: SiteColumns
  /** Rows of the catalog, ascending. */
  readonly rows: Uint32Array
  /** A row here is a place in `rows`. */
  readonly facts: CatalogFacts
}

/** All sites. */
export function everySite(columns: SiteColumns, ruler: Ruler): SiteSelection {
  const rows = new Uint32Array(columns.count)
  for (let row = 0; row < columns.count; row += 1) rows[row] = row
  const read = catalogFacts(columns)
  const facts = { ...read, isAsThingsStand: true }
  keepPoints(facts, ruler, catalogPoints(columns, read, ruler))
  return { columns, rows, facts }
}

/** Those at ascending places of a selection; what is known of them is taken over, and nothing is read again. */
export function narrowed({ columns, rows, facts }: SiteSelection, places: Uint32Array, ruler: Ruler): SiteSelection {
  const newRowOf = new Uint32Array(facts.count)
  for (let row = 0; row < places.length; row += 1) newRowOf[places[row]!] = row + 1
  const positions = new Uint32Array(places.length)
  const newRows = new Uint32Array(places.length)
  let kept = 0
  for (let position = 0; position < facts.count; position += 1) {
    const row = newRowOf[facts.rows[position]!]!
    if (row === 0) continue
    positions[kept] = position
    newRows[kept] = row - 1
    kept += 1
  }
  const gates = new Uint8Array(places.length * GATES.length)
  for (let row = 0; row < places.length; row += 1) {
    const from = places[row]! * GATES.length
    for (let gate = 0; gate < GATES.length; gate += 1) gates[row * GATES.length + gate] = facts.gates[from + gate]!
  }
  const time = byPosition(facts.time, positions)
  const chosen = {
    ...facts,
    count: places.length,
    mw: byPosition(facts.mw, places),
    unproven: byPosition(facts.unproven, places),
    gates,
    substationMi: byPosition(facts.substationMi, places),
    landAcres: byPosition(facts.landAcres, places),
    fiberMi: byPosition(facts.fiberMi, places),
    rows: newRows,
    size: byPosition(facts.size, positions),
    perMw: byPosition(facts.perMw, positions),
    quotedPowerPrice: byPosition(facts.quotedPowerPrice, positions),
    proxy: byPosition(facts.proxy, positions),
    lineMi: byPosition(facts.lineMi, positions),
    fiberRouteMi: byPosition(facts.fiberRouteMi, positions),
    flags: byPosition(facts.flags, positions),
    place: byPosition(facts.place, positions),
    placeAtBest: byPosition(facts.placeAtBest, positions),
    time,
    stretches: stretchesOf(time),
  }
  const { points, pointsAtBest } = catalogPoints(columns, facts, ruler)
  keepPoints(chosen, ruler, {
    points: byPosition(points, positions),
    pointsAtBest: byPosition(pointsAtBest, positions),
  })
  return { columns, rows: byPosition(rows, places), facts: chosen }
}
