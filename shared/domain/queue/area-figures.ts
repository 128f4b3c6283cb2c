import type { QueueProject } from './queue-project.ts'
import { QUEUE_STAGES, type QueueStage } from './queue-stage.ts'

/** What the requests of an area amount to. Megawatts are as requested, AC. */
export interface AreaFigures {
  readonly projects: number
  /** Requests that are neither built nor withdrawn, suspended or retired. */
  readonly ahead: number
  readonly aheadMw: number
  readonly loadAhead: number
  readonly loadAheadMw: number
  readonly byStage: { readonly stage: QueueStage; readonly projects: number; readonly mw: number }[]
  /** Requests that were either withdrawn or built, as the rate counts them. */
  readonly settled: number
  /** Withdrawn of all that were either withdrawn or built, 0 to 1; null with fewer than five of them. */
  readonly withdrawalRate: number | null
  /** Median years from the request to where the requests of a stage now are; stages of fewer than three are left out. */
  readonly medianYears: { readonly stage: QueueStage; readonly years: number; readonly projects: number }[]
}

const AHEAD: ReadonlySet<QueueStage> = new Set([
  'application',
  'screening',
  'system_impact',
  'facilities',
  'ia_pending',
  'ia_executed',
  'construction',
])
/** Fewer settled requests than this say nothing of a rate. */
const FEWEST_SETTLED = 5
const FEWEST_FOR_MEDIAN = 3
const YEAR_MS = 365.25 * 86_400_000
/** Operators whose status date is that of the agreement or milestone; the others' is that of the last update. */
const DATES_MILESTONES: ReadonlySet<string> = new Set(['ERCOT', 'MISO'])

export function isAhead({ stage }: Pick<QueueProject, 'stage'>): boolean {
  return AHEAD.has(stage)
}

export interface AreaOptions {
  /** ISO day; a request filed later does not stand ahead of one of that day. */
  readonly filedBy?: string | null
  /** The requests that the withdrawal rate is counted from, where not all files tell of both ends. */
  readonly settled?: readonly QueueProject[]
}

/** Sums up the requests of an area: what stands ahead of a newcomer, how many give up, how long it takes. */
export function areaFigures(
  projects: readonly QueueProject[],
  { filedBy = null, settled: told = projects }: AreaOptions = {},
): AreaFigures {
  const inFront = projects.filter(
    (project) => isAhead(project) && (filedBy === null || project.queueDate === null || project.queueDate <= filedBy),
  )
  const ahead = inFront.filter(({ direction }) => direction === 'generation')
  const loads = inFront.filter(({ direction }) => direction === 'load')
  const withdrawn = count(told, ['withdrawn'])
  const settled = withdrawn + count(told, ['in_service', 'retired'])
  return {
    projects: projects.length,
    ahead: ahead.length,
    aheadMw: megawatts(ahead),
    loadAhead: loads.length,
    loadAheadMw: megawatts(loads),
    byStage: QUEUE_STAGES.flatMap((stage) => {
      const at = projects.filter((project) => project.stage === stage)
      return at.length === 0 ? [] : [{ stage, projects: at.length, mw: megawatts(at) }]
    }),
    settled,
    withdrawalRate: settled < FEWEST_SETTLED ? null : withdrawn / settled,
    medianYears: QUEUE_STAGES.flatMap((stage) => {
      const years = projects
        .filter((project) => project.stage === stage)
        .flatMap((project) => yearsTaken(project) ?? [])
      return years.length < FEWEST_FOR_MEDIAN ? [] : [{ stage, years: median(years), projects: years.length }]
    }),
  }
}

function count(projects: readonly QueueProject[], stages: readonly QueueStage[]): number {
  return projects.filter(({ stage }) => stages.includes(stage)).length
}

function megawatts(projects: readonly QueueProject[]): number {
  return Math.round(projects.reduce((sum, { capacityMw }) => sum + (capacityMw ?? 0), 0) * 1_000) / 1_000
}

/** Years from the request to the date of the stage it is in; null where the queue does not date that stage. */
function yearsTaken(project: QueueProject): number | null {
  const reached = dateOfStage(project)
  if (reached === null || project.queueDate === null) return null
  const years = (Date.parse(reached) - Date.parse(project.queueDate)) / YEAR_MS
  return years >= 0 ? years : null
}

function dateOfStage({ iso, stage, statusDate, withdrawnDate, inServiceDate }: QueueProject): string | null {
  if (stage === 'withdrawn') return withdrawnDate
  if (stage === 'in_service') return inServiceDate
  const isDated = stage === 'ia_executed' || stage === 'construction'
  return isDated && DATES_MILESTONES.has(iso) ? statusDate : null
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
