import type { CategoryValues, SiteColumns } from '../../columns/site-columns.ts'
import { caseOf, type SiteCase } from '../ranking/site-case.ts'
import { ENERGIZED, stageOfQueueStatus } from '../time-to-power/power-stage.ts'

/** Megawatts that come together: what is energized, what is planned above it, what is queued above both. */
export interface PowerTranche {
  readonly kind: 'energized' | 'planned' | 'queued'
  readonly mw: number
  /** True where no megawatts are known and the scenario's size is taken. */
  readonly isAssumed: boolean
  /** The site as if it had these megawatts alone: their chance, their date and their costs. */
  readonly each: SiteCase
}

/**
 * The power ramp of a site. Its first megawatts are valued as the ranking values the site; later ones are a new build
 * at the queue's stage, or as an application where no stage below energized is on file. A promised date belongs to the
 * first megawatts that are not energized.
 */
export function powerRamp(each: SiteCase): readonly PowerTranche[] {
  const { energizedMw, plannedMw, queueMw, energizationYear } = each.site.numbers
  const amount = (mw: number | undefined) => (mw !== undefined && mw > 0 ? mw : 0)
  const named = [
    { kind: 'energized', mw: amount(energizedMw[0]) },
    { kind: 'planned', mw: amount(plannedMw[0]) },
    { kind: 'queued', mw: amount(queueMw[0]) },
  ] as const
  const ramp: PowerTranche[] = []
  let promisedYear = energizationYear[0] ?? Number.NaN
  let reached = 0
  for (const { kind, mw } of named) {
    const added = mw - reached
    if (added <= 0) continue
    reached = mw
    const isFirst = ramp.length === 0
    const of = isFirst ? each : caseOf(laterMegawatts(each.site, added, promisedYear), each.terms.assumptions)
    if (kind !== 'energized') promisedYear = Number.NaN
    ramp.push({ kind, mw: added, isAssumed: false, each: of })
  }
  if (ramp.length > 0) return ramp
  return [{ kind: 'planned', mw: each.terms.assumptions.assumedSiteMw, isAssumed: true, each }]
}

/** The site as bare land beside what runs there, with `mw` still to come. */
function laterMegawatts(site: SiteColumns, mw: number, promisedYear: number): SiteColumns {
  const { numbers, categories } = site
  const queueStatus = categories.queueStatus.labels[categories.queueStatus.codes[0] ?? 0] ?? ''
  const stage = stageOfQueueStatus(queueStatus)
  const isRunning = (numbers.energizedMw[0] ?? 0) > 0
  const none = Float64Array.of(Number.NaN)
  return {
    ...site,
    numbers: {
      ...numbers,
      energizedMw: none,
      plannedMw: Float64Array.of(mw),
      queueMw: none,
      mwRungLevel: none,
      energizationYear: Float64Array.of(promisedYear),
      // What runs has its line; more megawatts need more substation and not another line.
      ...(isRunning ? { substationDistanceMi: Float64Array.of(0) } : {}),
    },
    categories: {
      ...categories,
      status: only('building'),
      queueStatus: stage >= 0 && stage < ENERGIZED ? categories.queueStatus : only('applied'),
    },
  }
}

function only(label: string): CategoryValues {
  return { labels: ['', label], codes: Uint16Array.of(1) }
}
