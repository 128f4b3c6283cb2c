import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { NO_PROJECT, project, type QueueLayout, unknownStatus } from '../queue-layout.ts'
import type { QueueRow } from '../queue-row.ts'

const ATTRIBUTION = 'Includes the PJM interconnection queue (PJM, public).'
/** Letters and digits of a queue and a number, with what PJM writes behind it; or the number of a transmission service. */
const ID = /^([A-Z]{1,2}\d*[-_]?[A-Z]?\d+|\d{4,})/i

const STAGES: Readonly<Record<string, QueueStage>> = {
  withdrawn: 'withdrawn',
  canceled: 'withdrawn',
  cancelled: 'withdrawn',
  annulled: 'withdrawn',
  retracted: 'withdrawn',
  'in service': 'in_service',
  'active-in service': 'in_service',
  deactivated: 'retired',
  suspended: 'suspended',
  'under construction': 'construction',
  'partially in service - under construction': 'construction',
  'engineering and procurement': 'ia_executed',
  confirmed: 'ia_executed',
  pending: 'application',
  renewal: 'application',
}

/** The serial queue (PlanningQueues export). */
export const pjmSerial: QueueLayout = {
  id: 'queue.pjm',
  signatures: [['Project ID', 'Status', 'MFO', 'Submitted Date']],
  without: ['Cycle'],
  attribution: ATTRIBUTION,
  edition: () => ({ title: 'PJM serial queue', dataSetName: 'PJM serial queue', asOf: null }),
  reader: () => (row) => {
    const queueId = row.text('Project ID') ?? ''
    if (!ID.test(queueId)) return NO_PROJECT
    const status = row.word('Status') ?? ''
    const stage = status.toLowerCase() === 'active' ? studyStage(row) : STAGES[status.toLowerCase()]
    if (stage === undefined) return unknownStatus('Status', status)
    return project({
      ...common(row, queueId),
      stage,
      rawStatus: status,
      proposedCod: row.date('proposedCod', [
        'Revised In Service Date',
        'Commercial Operation Milestone',
        'Projected In Service Date',
      ]),
      withdrawnDate: row.date('withdrawnDate', ['Withdrawal Date', 'Withdrawn Date']),
      inServiceDate: row.date('inServiceDate', ['Actual In Service Date']),
    })
  },
}

/** How far an active request's studies are. */
function studyStage(row: QueueRow): QueueStage {
  const isAt = (study: string, states: readonly string[]) => states.includes(row.see(`${study} Status`).toLowerCase())
  if (isAt('Interim/Interconnection Service/Generation Interconnection Agreement', ['document posted']))
    return 'ia_executed'
  if (isAt('Facilities Study', ['document posted', 'in progress', 'interim study'])) return 'facilities'
  if (isAt('System Impact Study', ['document posted', 'in progress', 'interim study', 'revised']))
    return 'system_impact'
  return isAt('Feasibility Study', ['document posted', 'in progress', 'issued']) ? 'screening' : 'application'
}

const CYCLE_STAGES: Readonly<Record<string, QueueStage>> = {
  withdrawn: 'withdrawn',
  canceled: 'withdrawn',
  cancelled: 'withdrawn',
  suspended: 'suspended',
  deactivated: 'retired',
  ep: 'ia_executed',
  'engineering and procurement': 'ia_executed',
  uc: 'construction',
  'uc-isp': 'construction',
  'under construction': 'construction',
  is: 'in_service',
  'in service': 'in_service',
}

/** The study cycles (transition cycles and those after them). */
export const pjmCycle: QueueLayout = {
  id: 'queue.pjm-cycle',
  signatures: [['Project ID', 'Cycle', 'Stage']],
  attribution: ATTRIBUTION,
  edition: () => ({ title: 'PJM cycle projects', dataSetName: 'PJM cycle projects', asOf: null }),
  reader: () => (row) => {
    const queueId = row.text('Project ID') ?? ''
    if (!ID.test(queueId)) return NO_PROJECT
    const status = row.word('Status') ?? ''
    const stage = status.toLowerCase() === 'active' ? cycleStage(row) : CYCLE_STAGES[status.toLowerCase()]
    if (stage === undefined) return unknownStatus('Status', status)
    return project({
      ...common(row, queueId),
      developer: row.text('Developer'),
      stage,
      rawStatus: status,
      proposedCod: row.date('proposedCod', [
        'Revised In-Service Date',
        'Commercial Operation Milestone',
        'Requested In-Service Date',
      ]),
      statusDate: row.date('statusDate', ['Last Updated']),
      withdrawnDate: row.date('withdrawnDate', ['Withdrawn Date']),
      inServiceDate: row.date('inServiceDate', ['Actual In-Service Date']),
    })
  },
}

function cycleStage(row: QueueRow): QueueStage {
  const stage = row.see('Stage').toUpperCase()
  if (stage.includes('APPLICATION')) return 'application'
  if (/PHASE [12]|DP[12]|DECISION POINT [12]/.test(stage)) return 'system_impact'
  if (/PHASE 3|DP3|DECISION POINT 3/.test(stage)) return 'facilities'
  return stage.includes('FINAL AGREEMENT') ? 'ia_pending' : 'unknown'
}

function common(row: QueueRow, queueId: string) {
  const poi = row.text('Name')
  const county = row.text('County')
  return {
    iso: 'PJM',
    queueId,
    projectName: row.text('Commercial Name') ?? poi,
    utility: row.text('Transmission Owner'),
    poi,
    county: county?.toLowerCase() === 'unknown' ? null : county,
    state: row.text('State'),
    capacityMw: row.number('MFO'),
    summerMw: row.number('MW Capacity'),
    winterMw: row.number('MW Energy'),
    resource: row.text('Fuel'),
    queueDate: row.date('queueDate', ['Submitted Date']),
  }
}
