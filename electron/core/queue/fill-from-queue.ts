import type { QueueFillReport } from '../../../shared/contract/queue.ts'
import {
  QUEUE_FILL_FIELDS,
  type QueueFill,
  type QueueFillField,
  queueFills,
} from '../../../shared/domain/queue/queue-fill.ts'
import type { Db } from '../db/database.ts'
import type { PlannedEdit } from '../handlers/write-edit.ts'
import type { CellChange } from '../oplog/cell.ts'
import type { CellValue } from '../site/cell-value.ts'
import { columnsOfField } from '../site/field-columns.ts'
import { QueueAreas, queueSources } from './queue-areas.ts'

interface SiteFill extends QueueFill {
  readonly siteId: string
  readonly name: string
}

export interface QueueFillPlan {
  readonly fills: readonly SiteFill[]
  readonly sites: number
  readonly fields: QueueFillReport['fields']
}

interface SiteRow {
  readonly siteId: string
  readonly name: string
  readonly county: string | null
  readonly state: string | null
  readonly positionId: string | null
  readonly isEnergized: number
  readonly queueAheadMw: number | null
  readonly areaYearsToPower: number | null
}

/** Sites that have their power, as the ranking reads it: nothing stands ahead of them, and they wait for nothing. */
const IS_ENERGIZED = `queue_status IN ('energized', 'none_needed') OR (coalesce(queue_status, 'unknown') = 'unknown'
  AND CASE WHEN mw_rung >= 2 THEN mw_rung >= 5 ELSE status IS 'operating' END)`

/** Work of one turn, so that others get theirs; milliseconds. */
const TURN_MS = 20
const EXAMPLES = 20

/** What the queues say for every site of which it is unknown. Writes nothing. */
export async function planQueueFill(db: Db, fields: readonly QueueFillField[]): Promise<QueueFillPlan> {
  const areas = new QueueAreas(db)
  const sources = queueSources(db)
  const rows = db
    .prepare(
      `SELECT id AS siteId, name, county, state, queue_project AS positionId, coalesce(${IS_ENERGIZED}, 0) AS isEnergized,
         queue_ahead_mw AS queueAheadMw, area_years_to_power AS areaYearsToPower
       FROM site ORDER BY upper(state), key`,
    )
    .all() as SiteRow[]
  const counts = fields.map((field) => ({ field, filled: 0, known: 0, energized: 0, withoutPlace: 0, untold: 0 }))
  const fills: SiteFill[] = []
  let turnEnds = performance.now() + TURN_MS
  for (const row of rows) {
    if (performance.now() > turnEnds) {
      await new Promise(setImmediate)
      turnEnds = performance.now() + TURN_MS
    }
    const open = counts.filter((count) => {
      const isKnown = row[count.field] !== null
      if (isKnown) count.known += 1
      else if (row.isEnergized === 1) count.energized += 1
      else if (row.state === null || (row.county === null && count.field === 'queueAheadMw')) count.withoutPlace += 1
      else return true
      return false
    })
    if (open.length === 0) continue
    const told = queueFills(areas.of(row), sources)
    for (const count of open) {
      const found = told.find(({ field }) => field === count.field)
      if (found) {
        count.filled += 1
        fills.push({ siteId: row.siteId, name: row.name, ...found })
      } else count.untold += 1
    }
  }
  return { fills, sites: rows.length, fields: counts }
}

/** The edit of a plan: only cells that still hold nothing, whatever was written since it was made. */
export function editOfQueueFill(db: Db, { fills }: QueueFillPlan): PlannedEdit {
  const isOpen = new Map(
    QUEUE_FILL_FIELDS.map((field) => [
      field,
      db.prepare(`SELECT 1 FROM site WHERE id = ? AND ${columnsOfField(field)[0] as string} IS NULL`),
    ]),
  )
  const changes = fills
    .filter(({ siteId, field }) => isOpen.get(field)?.get(siteId) !== undefined)
    .map(({ siteId, field, value, source, asOf, rung }): CellChange => {
      const cell: CellValue = { value, source, asOf, rung }
      return { entity: 'site', rowId: siteId, field, value: cell }
    })
  return { label: labelOf(new Set(changes.map(({ rowId }) => rowId)).size), changes }
}

export function reportOfQueueFill({ fills, sites, fields }: QueueFillPlan): Omit<QueueFillReport, 'revision'> {
  const filledSites = new Set(fills.map(({ siteId }) => siteId)).size
  return {
    label: labelOf(filledSites),
    sites,
    filledSites,
    fields,
    examples: fills
      .slice(0, EXAMPLES)
      .map(({ siteId, name, field, value, source, asOf }) => ({ siteId, name, field, value, source, asOf })),
  }
}

function labelOf(count: number): string {
  return `Fill in what the queues say of ${count === 1 ? '1 site' : `${count.toLocaleString('en-US')} sites`}`
}
