import type { QueueProject } from './queue-project.ts'

const MW_FIELDS = { capacity_mw: 'capacityMw', summer_mw: 'summerMw', winter_mw: 'winterMw' } as const
const DATE_FIELDS = {
  queue_date: 'queueDate',
  proposed_cod: 'proposedCod',
  status_date: 'statusDate',
  withdrawn_date: 'withdrawnDate',
  in_service_date: 'inServiceDate',
} as const

/** Figures of an edition, as `--json` prints them; what a record does not give is counted under "None". */
export function summariseQueue(projects: readonly QueueProject[]): Record<string, unknown> {
  const mwByStage: Record<string, number> = {}
  for (const { stage, capacityMw } of projects) mwByStage[stage] = (mwByStage[stage] ?? 0) + (capacityMw ?? 0)
  const loads = projects.filter(({ direction }) => direction === 'load')
  return {
    by_stage: countBy(projects, ({ stage }) => stage),
    by_raw_status: countBy(projects, ({ rawStatus }) => rawStatus),
    by_state: countBy(projects, ({ state }) => state),
    by_iso: countBy(projects, ({ iso }) => iso),
    mw: figures(MW_FIELDS, (field) => megawatts(projects.map((project) => project[field]))),
    mw_by_stage: Object.fromEntries(Object.entries(mwByStage).map(([stage, mw]) => [stage, rounded(mw)])),
    dates: figures(DATE_FIELDS, (field) => dateRange(projects.map((project) => project[field]))),
    ...(loads.length > 0
      ? { load_projects: loads.length, load_mw: rounded(loads.reduce((sum, load) => sum + (load.capacityMw ?? 0), 0)) }
      : {}),
  }
}

function countBy(projects: readonly QueueProject[], of: (project: QueueProject) => string | null) {
  const counts = new Map<string, number>()
  for (const project of projects) {
    const key = of(project) ?? 'None'
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]))
}

function figures<Field extends string, T>(fields: Record<string, Field>, of: (field: Field) => T | null) {
  const found: Record<string, T> = {}
  for (const [name, field] of Object.entries(fields)) {
    const figure = of(field)
    if (figure !== null) found[name] = figure
  }
  return found
}

function megawatts(values: readonly (number | null)[]) {
  const given = values.filter((value) => value !== null)
  if (given.length === 0) return null
  return {
    count: given.length,
    sum: rounded(given.reduce((sum, mw) => sum + mw, 0)),
    min: given.reduce((least, mw) => Math.min(least, mw)),
    max: given.reduce((most, mw) => Math.max(most, mw)),
    not_positive: given.filter((mw) => mw <= 0).length,
  }
}

function dateRange(values: readonly (string | null)[]) {
  const given = values.filter((value) => value !== null)
  if (given.length === 0) return null
  return {
    count: given.length,
    min: given.reduce((first, date) => (date < first ? date : first)),
    max: given.reduce((last, date) => (date > last ? date : last)),
  }
}

/** Sums of many floats end in dust. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
