import type { QueueDiffReport } from '../../../shared/contract/queue.ts'
import type { QueueValue } from '../../../shared/domain/queue/diff-queues.ts'
import type { QueueValueField } from '../../../shared/domain/queue/queue-project.ts'
import { QUEUE_STAGE_LABELS, type QueueStage } from '../../../shared/domain/queue/queue-stage.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatMw, formatNumber } from '../../../shared/format/format-quantity.ts'

type Change = QueueDiffReport['changes'][number]

const FIELD_LABELS: Readonly<Record<QueueValueField, string>> = {
  projectName: 'Name',
  developer: 'Developer',
  utility: 'Utility',
  poi: 'POI',
  county: 'County',
  state: 'State',
  capacityMw: 'Megawatts',
  summerMw: 'Summer megawatts',
  winterMw: 'Winter megawatts',
  resource: 'Resource',
  stage: 'Stage',
  rawStatus: 'Status',
  queueDate: 'Filed',
  proposedCod: 'Power',
  statusDate: 'Status date',
  withdrawnDate: 'Withdrawn',
  inServiceDate: 'In service',
}

/** One request that changed, each of its terms before and after. */
export function ChangeRow({ change: { project, kinds, fields } }: { readonly change: Change }) {
  const entries = Object.entries(fields) as [QueueValueField, readonly [QueueValue, QueueValue]][]
  return (
    <tr>
      <td>
        <div className="queue-diff__id">{project.queueId}</div>
        <div>{project.projectName}</div>
      </td>
      <td>
        <div>{[project.county, project.state].filter((part) => part !== null).join(', ')}</div>
        <div className="queue-diff__poi">{project.poi}</div>
      </td>
      <td className="num">
        {project.capacityMw === null ? '' : formatNumber(project.capacityMw, 1).replace('.0', '')}
      </td>
      <td>
        {kinds.includes('new') ? 'New in the later edition' : null}
        {kinds.includes('gone') ? 'Not in the later edition' : null}
        {entries.map(([field, [was, is]]) => (
          <div key={field}>
            <span className="queue-diff__field">{FIELD_LABELS[field]}</span>
            {` ${textOf(field, was)} → ${textOf(field, is)}`}
          </div>
        ))}
      </td>
    </tr>
  )
}

function textOf(field: QueueValueField, value: QueueValue): string {
  if (value === null || value === '') return 'nothing'
  if (field === 'stage') return QUEUE_STAGE_LABELS[value as QueueStage]
  if (typeof value === 'number') return formatMw(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value
}
