import type { QueueAreaFigures, QueueNearSite } from '../../../shared/contract/queue.ts'
import { QUEUE_STAGE_LABELS, QUEUE_STAGES, type QueueStage } from '../../../shared/domain/queue/queue-stage.ts'
import { formatNumber, formatPercent, formatYears } from '../../../shared/format/format-quantity.ts'

const MEDIAN_LABELS: Readonly<Partial<Record<QueueStage, string>>> = {
  ia_executed: 'Median to agreement',
  construction: 'Median to construction',
  in_service: 'Median to service',
  withdrawn: 'Median to withdrawal',
}

/** What stands ahead at the point of interconnection, in the county and in the state: how much, how far, how long. */
export function AreaTable({ near }: { readonly near: QueueNearSite }) {
  const areas = [near.poi, near.county, near.state].filter((area) => area !== null)
  if (areas.length === 0) return null
  const filed = near.position?.project.queueDate == null ? 'Ahead' : 'Filed before, open'
  const hasLoads = areas.some(({ loadAhead }) => loadAhead > 0)
  const stages = QUEUE_STAGES.filter((stage) => areas.some((area) => at(area, stage)))
  const dated = QUEUE_STAGES.filter((stage) => areas.some((area) => yearsTo(area, stage)))
  return (
    <table className="queue-table">
      <thead>
        <tr>
          <th scope="col">Requests · MW</th>
          {areas.map((area) => (
            <th key={area.area} scope="col" title={area.area}>
              {area === near.poi ? 'POI' : area.area}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line name={filed} areas={areas} text={(area) => amount(area.ahead, area.aheadMw)} />
        {hasLoads ? (
          <Line name={`${filed}, loads`} areas={areas} text={(area) => amount(area.loadAhead, area.loadAheadMw)} />
        ) : null}
        <Line
          name="Give up"
          areas={areas}
          text={({ withdrawalRate }) => (withdrawalRate === null ? 'not told' : formatPercent(withdrawalRate))}
        />
        {dated.map((stage) => (
          <Line
            key={stage}
            name={MEDIAN_LABELS[stage] ?? QUEUE_STAGE_LABELS[stage]}
            areas={areas}
            text={(area) => {
              const median = yearsTo(area, stage)
              return median ? `${formatYears(median.years)} (${formatNumber(median.projects)})` : 'too few'
            }}
          />
        ))}
      </tbody>
      <tbody>
        <tr className="queue-table__part">
          <th scope="colgroup" colSpan={areas.length + 1}>
            By stage
          </th>
        </tr>
        {stages.map((stage) => (
          <Line
            key={stage}
            name={QUEUE_STAGE_LABELS[stage]}
            areas={areas}
            text={(area) => {
              const found = at(area, stage)
              return found ? amount(found.projects, found.mw) : '–'
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly name: string
  readonly areas: readonly QueueAreaFigures[]
  text(area: QueueAreaFigures): string
}

function Line({ name, areas, text }: LineProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {areas.map((area) => (
        <td key={area.area}>{text(area)}</td>
      ))}
    </tr>
  )
}

function at({ byStage }: QueueAreaFigures, wanted: QueueStage) {
  return byStage.find(({ stage }) => stage === wanted)
}

function yearsTo({ medianYears }: QueueAreaFigures, wanted: QueueStage) {
  return medianYears.find(({ stage }) => stage === wanted)
}

function amount(projects: number, mw: number): string {
  return projects === 0 ? 'none' : `${formatNumber(projects)} · ${formatNumber(mw)}`
}
