import type { QueueAreaFigures, QueueNearSite } from '../../../shared/contract/queue.ts'
import { type AreaOptions, areaFigures, isAhead } from '../../../shared/domain/queue/area-figures.ts'
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

interface Requests {
  /** Each once though it may stand in several files. */
  readonly requests: readonly Stored[]
  /**
   * Those that say how many give up: of each operator, from files that list both what was withdrawn and what was
   * built. Some list the one or the other alone; a collection then speaks for the operator.
   */
  readonly settled: readonly Stored[]
}

/** Collections of other operators' queues; an operator's own file says it newer and in full. */
const COLLECTIONS: ReadonlySet<string> = new Set(['queue.lbnl', 'queue.gridstatus'])
const MOST_PROJECTS = 50
const NOTHING: Requests = { requests: [], settled: [] }

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
  const stored = site.state === null ? NOTHING : requestsOfState(db, site.state)
  const others = (requests: readonly Stored[]) =>
    position === null ? requests : requests.filter((each) => queuePositionId(each) !== site.positionId)
  const [inState, settled] = [others(stored.requests), others(stored.settled)]
  const isInCounty = inCountyOf(site.county)
  const inCounty = inState.filter(isInCounty)
  const poi = position?.project.poi ?? null
  const isAtPoi = ({ iso, poi: at }: Stored) =>
    poi !== null && at !== null && iso === position?.project.iso && isSame(at, poi)
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
    poi: figures(poi ?? '', inState.filter(isAtPoi), { filedBy, settled: settled.filter(isAtPoi) }),
    county: figures(`${site.county}, ${site.state}`, inCounty, { filedBy, settled: settled.filter(isInCounty) }),
    state: figures(site.state ?? '', inState, { filedBy, settled }),
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

function figures(area: string, projects: readonly QueueProject[], options: AreaOptions): QueueAreaFigures | null {
  return projects.length === 0 ? null : { area, ...areaFigures(projects, options) }
}

function inCountyOf(county: string | null): (project: QueueProject) => boolean {
  const wanted = county === null ? '' : countyKey(county)
  return (project) =>
    wanted !== '' && project.county !== null && countyParts(project.county).some((part) => countyKey(part) === wanted)
}

/** Whether two texts name one point of interconnection: "Sub  345kV" and "SUB 345 kV" are one. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')
  return plain(one) === plain(other)
}

function requestsOfState(db: Db, state: string): Requests {
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
  const isOnce = (row: Stored) =>
    !(COLLECTIONS.has(row.format) && covered.has(row.iso)) &&
    !(row.format === 'queue.pjm' && inCycle.has(queueKey(row)))
  const requests = rows.filter(isOnce)
  const telling = tellingFiles(db)
  const tells = ({ dataSet, iso }: Stored) => telling.has(`${dataSet} ${iso}`)
  const told = requests.filter(tells)
  const toldOperators = new Set(told.map(({ iso }) => iso))
  const spokenFor = new Map<string, string>()
  for (const row of rows)
    if (tells(row) && !toldOperators.has(row.iso) && !spokenFor.has(row.iso)) spokenFor.set(row.iso, row.dataSet)
  return { requests, settled: [...told, ...rows.filter(({ iso, dataSet }) => spokenFor.get(iso) === dataSet)] }
}

/** Data sets and operators, "LBNL queues ERCOT", with requests that were withdrawn and requests that were built. */
function tellingFiles(db: Db): Set<string> {
  return new Set(
    db
      .prepare(
        `SELECT data_set.name || ' ' || iso FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition
         WHERE data_set.kind = 'queue' GROUP BY data_set.key, iso
         HAVING max(stage = 'withdrawn') AND max(stage IN ('in_service', 'retired'))`,
      )
      .pluck()
      .all() as string[],
  )
}
