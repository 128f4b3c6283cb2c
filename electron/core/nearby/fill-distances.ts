import type { FillReport } from '../../../shared/contract/nearby.ts'
import { type DistanceBasis, measuredMiles, measuredSource } from '../../../shared/domain/nearby/measured-source.ts'
import { type FillableTarget, NEARBY_TARGET_DEFS } from '../../../shared/domain/nearby/nearby-target.ts'
import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { METRES_PER_MILE } from '../../../shared/map/geodesy/format-measure.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import type { Db } from '../db/database.ts'
import type { PlannedEdit } from '../handlers/write-edit.ts'
import type { CellChange } from '../oplog/cell.ts'
import type { CellValue } from '../site/cell-value.ts'
import { columnsOfField } from '../site/field-columns.ts'
import { NearestFeatures } from './nearest-features.ts'
import { readLayerParts } from './read-layer-parts.ts'

export interface FillRequest {
  readonly target: FillableTarget
  readonly radiusMi: number
  readonly routeFactor: number
  readonly basis: DistanceBasis
}

export interface MeasuredFill {
  readonly siteId: string
  readonly name: string
  readonly value: number
  readonly source: string
  readonly asOf: string | null
}

export interface FillPlan {
  readonly field: SiteFieldKey
  readonly fills: readonly MeasuredFill[]
  readonly counts: Omit<FillReport, 'label' | 'revision' | 'filled' | 'examples'>
}

interface SiteRow {
  readonly siteId: string
  readonly name: string
  readonly longitude: number | null
  readonly latitude: number | null
  readonly precision: string | null
  readonly isConnected: number
}

/**
 * Sites that the ranking takes as connected: an energized one has its line and a power plant its switchyard, and fiber
 * that is lit or near needs no route. A distance to some other substation would make them look worse than they are.
 */
const CONNECTED: Readonly<Record<FillableTarget, string>> = {
  substation: `queue_status IS 'energized' OR (coalesce(queue_status, 'unknown') = 'unknown' AND status IS 'operating')
    OR (kind IN ('retired_plant', 'retiring_plant') AND grid_voltage_kv > 0)`,
  fiber: `fiber IN ('lit', 'near')`,
}

/** Work of one turn, so that others get theirs; milliseconds. */
const TURN_MS = 20
const EXAMPLES = 20

/** Measures for every site that has no such distance. Writes nothing. */
export async function planFill(db: Db, request: FillRequest): Promise<FillPlan> {
  const { role, field } = NEARBY_TARGET_DEFS[request.target]
  if (field === null) throw new Error(`No field holds the distance to ${request.target}.`)
  const search = new NearestFeatures(
    db,
    readLayerParts(db).filter((layer) => layer.role === role),
  )
  const counts = { sites: 0, known: 0, connected: 0, withoutPosition: 0, imprecise: 0, notWithin: 0 }
  counts.sites = db.prepare('SELECT count(*) FROM site').pluck().get() as number
  const rows = db
    .prepare(
      `SELECT id AS siteId, name, longitude, latitude, coordinate_precision AS precision,
         coalesce(${CONNECTED[request.target]}, 0) AS isConnected
       FROM site WHERE ${columnOf(field)} IS NULL ORDER BY key`,
    )
    .all() as SiteRow[]
  counts.known = counts.sites - rows.length
  const fills: MeasuredFill[] = []
  let turnEnds = performance.now() + TURN_MS
  for (const { siteId, name, longitude, latitude, precision, isConnected } of rows) {
    if (performance.now() > turnEnds) {
      await new Promise(setImmediate)
      turnEnds = performance.now() + TURN_MS
    }
    if (longitude === null || latitude === null) counts.withoutPosition += 1
    else if (precision !== null && precision !== 'site') counts.imprecise += 1
    else if (isConnected === 1) counts.connected += 1
    else {
      const measured = measure(search, [longitude, latitude], request)
      if (measured) fills.push({ siteId, name, ...measured })
      else counts.notWithin += 1
    }
  }
  return { field, fills, counts }
}

function measure(search: NearestFeatures, from: LngLat, { radiusMi, routeFactor, basis }: FillRequest) {
  const [near] = search.around(from, radiusMi * METRES_PER_MILE)
  if (!near) return null
  const miles = near.distanceM / METRES_PER_MILE
  const source = { kind: 'layer' as const, title: near.layer.name, part: near.layer.part }
  const unused = { featureId: null, siteId: null, asOf: null, importedAt: null }
  return {
    value: measuredMiles({ miles, routeMiles: miles * routeFactor }, basis),
    source: measuredSource({ name: near.name, source: { ...source, ...unused } }, basis, routeFactor),
    asOf: near.layer.asOf,
  }
}

/** The edit of a plan: only cells that still hold nothing, whatever was written since it was measured. */
export function editOfPlan(db: Db, { field, fills }: FillPlan): PlannedEdit {
  const isOpen = db.prepare(`SELECT 1 FROM site WHERE id = ? AND ${columnOf(field)} IS NULL`)
  const changes = fills
    .filter(({ siteId }) => isOpen.get(siteId) !== undefined)
    .map(({ siteId, value, source, asOf }): CellChange => {
      const cell: CellValue = { value, source, asOf, rung: 'claimed' }
      return { entity: 'site', rowId: siteId, field, value: cell }
    })
  return { label: fillLabel(field, changes.length), changes }
}

export function reportOfPlan({ field, fills, counts }: FillPlan): Omit<FillReport, 'revision'> {
  return {
    ...counts,
    label: fillLabel(field, fills.length),
    filled: fills.length,
    examples: fills.slice(0, EXAMPLES).map(({ siteId, name, value, source }) => ({ siteId, name, value, source })),
  }
}

function fillLabel(field: SiteFieldKey, count: number): string {
  const sites = count === 1 ? '1 site' : `${count.toLocaleString('en-US')} sites`
  return `Measure ${siteField(field).label.toLowerCase()} of ${sites}`
}

/** The column's name comes from the field list alone. */
function columnOf(field: SiteFieldKey): string {
  return columnsOfField(field)[0] as string
}
