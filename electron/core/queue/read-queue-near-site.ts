import type { QueueAreaFigures, QueueNearSite } from '../../../shared/contract/queue.ts'
import { areaFigures, isAhead } from '../../../shared/domain/queue/area-figures.ts'
import { countyKey, countyParts } from '../../../shared/domain/queue/county-match.ts'
import { queuePositionId } from '../../../shared/domain/queue/position-id.ts'
import { type QueueProject, queueKey } from '../../../shared/domain/queue/queue-project.ts'
import { suggestPositions } from '../../../shared/domain/queue/suggest-positions.ts'
import type { Db } from '../db/database.ts'
import { requireSite } from '../site/read-site.ts'
import { readPosition } from './read-position.ts'
import { QUEUE_PROJECT_COLUMNS } from './read-queue-projects.ts'

type Stored = QueueProject & { readonly dataSet: string; readonly format: string }

interface SiteRow {
  readonly name: string
  readonly operator: string | null
  readonly owner: string | null
  readonly city: string | null
  readonly county: string | null
  readonly state: string | null
  readonly queueMw: number | null
  readonly plannedMw: number | null
  readonly positionId: string | null
}

/** Collections of other operators' queues; an operator's own file says it newer and in full. */
const COLLECTIONS: ReadonlySet<string> = new Set(['queue.lbnl', 'queue.gridstatus'])
const MOST_PROJECTS = 50

/** What the editions that count say of a site, its point of interconnection, county and state. @throws AppError 'not_found' */
export function readQueueNearSite(db: Db, siteId: string): QueueNearSite {
  requireSite(db, siteId)
  const site = db
    .prepare(
      `SELECT name, operator, owner, city, county, state, queue_mw AS queueMw, planned_mw AS plannedMw,
         queue_project AS positionId FROM site WHERE id = ?`,
    )
    .get(siteId) as SiteRow
  const position = site.positionId === null ? null : readPosition(db, site.positionId)
  const stored = site.state === null ? [] : projectsOfState(db, site.state)
  const inState = position === null ? stored : stored.filter((each) => queuePositionId(each) !== site.positionId)
  const wanted = site.county === null ? '' : countyKey(site.county)
  const inCounty =
    wanted === ''
      ? []
      : inState.filter(
          ({ county }) => county !== null && countyParts(county).some((part) => countyKey(part) === wanted),
        )
  const poi = position?.project.poi ?? null
  const atPoi =
    poi === null
      ? []
      : inState.filter((each) => each.iso === position?.project.iso && each.poi !== null && isSame(each.poi, poi))
  const filedBy = position?.project.queueDate ?? null
  const ahead = inCounty.filter(isAhead).sort((a, b) => (b.capacityMw ?? 0) - (a.capacityMw ?? 0))
  const used = new Set(inState.map(({ dataSet }) => dataSet))
  const facts = { ...site, megawatts: [site.queueMw, site.plannedMw].filter((mw) => mw !== null) }
  return {
    positionId: site.positionId,
    position,
    suggestions:
      site.positionId === null
        ? suggestPositions(facts, inState).map(({ project, reasons }) => ({ ...withoutSource(project), reasons }))
        : [],
    poi: figures(poi ?? '', atPoi, filedBy),
    county: figures(`${site.county}, ${site.state}`, inCounty, filedBy),
    state: figures(site.state ?? '', inState, filedBy),
    projects: ahead.slice(0, MOST_PROJECTS).map(withoutSource),
    sources: (
      db
        .prepare(
          `SELECT name AS dataSet, title, data_set.as_of AS asOf FROM data_set
           JOIN import_edition ON import_edition.key = data_set.edition WHERE data_set.kind = 'queue' ORDER BY data_set.key`,
        )
        .all() as QueueNearSite['sources']
    ).filter(({ dataSet }) => used.has(dataSet)),
  }
}

function withoutSource({ dataSet, format: _, ...project }: Stored): { project: QueueProject; dataSet: string } {
  return { project, dataSet }
}

function figures(area: string, projects: readonly QueueProject[], filedBy: string | null): QueueAreaFigures | null {
  return projects.length === 0 ? null : { area, ...areaFigures(projects, filedBy) }
}

/** Whether two texts name one point of interconnection: "Sub  345kV" and "SUB 345 kV" are one. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')
  return plain(one) === plain(other)
}

/** The requests of a state, each once though it may stand in several files. */
function projectsOfState(db: Db, state: string): Stored[] {
  const rows = db
    .prepare(
      `SELECT ${QUEUE_PROJECT_COLUMNS}, data_set.name AS dataSet, data_set.format
       FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
       WHERE data_set.kind = 'queue' AND state = ? COLLATE NOCASE ORDER BY data_set.key, position`,
    )
    .all(state) as Stored[]
  const covered = new Set(
    db
      .prepare(
        `SELECT DISTINCT iso FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
         WHERE data_set.kind = 'queue' AND data_set.format NOT IN ('queue.lbnl', 'queue.gridstatus')`,
      )
      .pluck()
      .all() as string[],
  )
  const inCycle = new Set(rows.filter(({ format }) => format === 'queue.pjm-cycle').map(queueKey))
  return rows.filter(
    (row) =>
      !(COLLECTIONS.has(row.format) && covered.has(row.iso)) &&
      !(row.format === 'queue.pjm' && inCycle.has(queueKey(row))),
  )
}
