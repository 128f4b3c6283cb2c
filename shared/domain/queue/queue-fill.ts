import { formatMw, formatNumber, formatPercent, formatYears } from '../../format/format-quantity.ts'
import type { EvidenceRung } from '../site/evidence-rung.ts'
import { REMAINING_TIME_SHARE } from '../time-to-power/remaining-time-share.ts'
import { type NamedArea, queuePressure } from './queue-pressure.ts'

/** Fields of a site that the stored queues can fill. */
export const QUEUE_FILL_FIELDS = ['queueAheadMw', 'areaYearsToPower'] as const

export type QueueFillField = (typeof QUEUE_FILL_FIELDS)[number]

/** Fewer requests that reached a milestone than this say nothing of how long the next will take. */
export const LEAST_BUILT_REQUESTS = 5

/** What the field takes at most. */
const MOST_YEARS = 50

/** A queue's edition, as it vouches for a figure. */
export interface QueueSource {
  readonly dataSet: string
  readonly title: string
  /** ISO date; null where the file does not say. */
  readonly asOf: string | null
}

/** An area with the data sets that hold its requests. */
export interface SourcedArea extends NamedArea {
  readonly dataSets: ReadonlySet<string>
}

/** What the queues say for a field of a site, with what vouches for it. */
export interface QueueFill {
  readonly field: QueueFillField
  readonly value: number
  readonly source: string
  readonly asOf: string | null
  readonly rung: EvidenceRung
}

interface AreasOfSite {
  readonly poi: SourcedArea | null
  readonly county: SourcedArea | null
  readonly state: SourcedArea | null
}

/**
 * What the queues say for the fields of a site. Megawatts ahead are those of its county, less the share that gives up; a
 * county of which no queue holds any request is not known to be free. Years are the median from request to service at its point of interconnection,
 * else in its county, else in its state, the smallest of them with enough requests that were built; where queues list none that were, the way to an earlier milestone
 * is carried on.
 */
export function queueFills(areas: AreasOfSite, sources: readonly QueueSource[]): readonly QueueFill[] {
  return [aheadFill(areas, sources), yearsFill(areas, sources)].filter((each) => each !== null)
}

function aheadFill({ county, state }: AreasOfSite, sources: readonly QueueSource[]): QueueFill | null {
  if (county === null) return null
  const rung = 'application' as const
  if (county.aheadMw === 0) {
    const used = usedSources(county.dataSets, sources)
    const source = `No open request for generation in ${county.area}, ${titlesOf(used)}`
    return { field: 'queueAheadMw', value: 0, source, asOf: oldestOf(used), rung }
  }
  const pressure = queuePressure(state === null ? [county] : [county, state], null, '')
  const settled = [county, state].find((area) => area?.withdrawalRate != null)
  if (pressure === null || !settled) return null
  const used = usedSources(new Set([...county.dataSets, ...settled.dataSets]), sources)
  const asked = `${formatMw(county.aheadMw)} asked for by ${requests(county.ahead)} in ${county.area}`
  const source = `${asked}, less ${formatPercent(settled.withdrawalRate ?? 0)} that give up in ${settled.area}, ${titlesOf(used)}`
  return {
    field: 'queueAheadMw',
    value: Math.round(10 * pressure.likelyMw) / 10,
    source: source.slice(0, 2_000),
    asOf: oldestOf(used),
    rung,
  }
}

/**
 * Milestones that years are told to, the surest first. Some queues list no request after it is built; how long requests
 * took to an earlier milestone then tells of the whole way, by the share of it that is behind them there.
 */
const MILESTONES = [
  { stage: 'in_service', name: 'service', behind: 1 },
  { stage: 'construction', name: 'construction', behind: 1 - REMAINING_TIME_SHARE.construction },
  { stage: 'ia_executed', name: 'agreement', behind: 1 - REMAINING_TIME_SHARE.agreement },
] as const

function yearsFill({ poi, county, state }: AreasOfSite, sources: readonly QueueSource[]): QueueFill | null {
  for (const { stage, name, behind } of MILESTONES) {
    for (const area of [poi, county, state]) {
      const reached = area?.medianYears.find((each) => each.stage === stage)
      if (!area || !reached || reached.projects < LEAST_BUILT_REQUESTS) continue
      const used = usedSources(area.dataSets, sources)
      const share =
        behind === 1 ? '' : `, ${formatYears(reached.years)} for ${formatPercent(behind)} of the way to power`
      const source = `Median of ${requests(reached.projects)} in ${area.area} from request to ${name}${share}, ${titlesOf(used)}`
      return {
        field: 'areaYearsToPower',
        value: Math.min(MOST_YEARS, Math.round((100 * reached.years) / behind) / 100),
        source: source.slice(0, 2_000),
        asOf: oldestOf(used),
        // That others took so long is nobody's word for this site.
        rung: 'claimed',
      }
    }
  }
  return null
}

function requests(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'request' : 'requests'}`
}

function usedSources(dataSets: ReadonlySet<string>, sources: readonly QueueSource[]): readonly QueueSource[] {
  return sources.filter(({ dataSet }) => dataSets.has(dataSet))
}

function titlesOf(sources: readonly QueueSource[]): string {
  return sources.map(({ title }) => title).join('; ')
}

/** A figure is as old as the oldest file that it rests on. */
function oldestOf(sources: readonly QueueSource[]): string | null {
  return sources.reduce<string | null>(
    (oldest, { asOf }) => (asOf !== null && (oldest === null || asOf < oldest) ? asOf : oldest),
    null,
  )
}
