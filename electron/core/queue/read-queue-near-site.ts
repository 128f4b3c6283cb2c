import type { QueueAreaFigures, QueueNearSite } from '../../../shared/contract/queue.ts'
import { isAhead } from '../../../shared/domain/queue/area-figures.ts'
import { queueFills, type SourcedArea } from '../../../shared/domain/queue/queue-fill.ts'
import type { QueueProject } from '../../../shared/domain/queue/queue-project.ts'
import { suggestPositions } from '../../../shared/domain/queue/suggest-positions.ts'
import type { Db } from '../db/database.ts'
import { requireSite } from '../site/read-site.ts'
import { QueueAreas, queueSources } from './queue-areas.ts'
import type { StoredRequest } from './requests-of-state.ts'

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
  const areas = new QueueAreas(db).of(site)
  const { position, inState, inCounty } = areas
  const ahead = inCounty.filter(isAhead).sort((a, b) => (b.capacityMw ?? 0) - (a.capacityMw ?? 0))
  const used = new Set(inState.map(({ dataSet }) => dataSet))
  const facts = { ...site, megawatts: [site.queueMw, site.plannedMw].filter((mw) => mw !== null) }
  const sources = queueSources(db)
  return {
    positionId: site.positionId,
    position,
    suggestions:
      site.positionId === null
        ? suggestPositions(facts, inState).map(({ project, reasons }) => ({ ...withoutSource(project), reasons }))
        : [],
    poi: figures(areas.poi),
    county: figures(areas.county),
    state: figures(areas.state),
    projects: ahead.slice(0, MOST_PROJECTS).map(withoutSource),
    sources: sources.filter(({ dataSet }) => used.has(dataSet)),
    fills: [...queueFills(areas, sources)],
  }
}

function withoutSource({ dataSet, format: _, ...project }: StoredRequest): { project: QueueProject; dataSet: string } {
  return { project, dataSet }
}

function figures(area: SourcedArea | null): QueueAreaFigures | null {
  if (area === null) return null
  const { dataSets: _, ...rest } = area
  return rest
}
