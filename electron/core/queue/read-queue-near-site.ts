import type { QueueAreaFigures, QueueNearSite } from '../../../shared/contract/queue.ts'
import { areaFigures, isAhead } from '../../../shared/domain/queue/area-figures.ts'
import { countyKey, countyParts } from '../../../shared/domain/queue/county-match.ts'
import { type QueueProject, queueKey } from '../../../shared/domain/queue/queue-project.ts'
import type { Db } from '../db/database.ts'
import { requireSite } from '../site/read-site.ts'
import { QUEUE_PROJECT_COLUMNS } from './read-queue-projects.ts'

type Stored = QueueProject & { readonly dataSet: string; readonly format: string }

/** Collections of other operators' queues; an operator's own file says it newer and in full. */
const COLLECTIONS: ReadonlySet<string> = new Set(['queue.lbnl', 'queue.gridstatus'])
const MOST_PROJECTS = 50

/** What the editions that count say of the county and state of a site. @throws AppError 'not_found' */
export function readQueueNearSite(db: Db, siteId: string): QueueNearSite {
  requireSite(db, siteId)
  const site = db.prepare('SELECT county, state FROM site WHERE id = ?').get(siteId) as {
    county: string | null
    state: string | null
  }
  const inState = site.state === null ? [] : projectsOfState(db, site.state)
  const wanted = site.county === null ? '' : countyKey(site.county)
  const inCounty =
    wanted === ''
      ? []
      : inState.filter(
          ({ county }) => county !== null && countyParts(county).some((part) => countyKey(part) === wanted),
        )
  const ahead = inCounty.filter(isAhead).sort((a, b) => (b.capacityMw ?? 0) - (a.capacityMw ?? 0))
  const used = new Set(inState.map(({ dataSet }) => dataSet))
  return {
    county: figures(`${site.county}, ${site.state}`, inCounty),
    state: figures(site.state ?? '', inState),
    projects: ahead.slice(0, MOST_PROJECTS).map(({ dataSet, format: _, ...project }) => ({ project, dataSet })),
    sources: (
      db.prepare(`SELECT name AS dataSet, as_of AS asOf FROM data_set WHERE kind = 'queue' ORDER BY key`).all() as {
        dataSet: string
        asOf: string | null
      }[]
    ).filter(({ dataSet }) => used.has(dataSet)),
  }
}

function figures(area: string, projects: readonly QueueProject[]): QueueAreaFigures | null {
  return projects.length === 0 ? null : { area, ...areaFigures(projects) }
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
