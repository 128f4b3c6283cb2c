import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { queueDate } from '../queue-date.ts'
import { NO_PROJECT, project, type QueueLayout, unknownStatus } from '../queue-layout.ts'
import { cellText } from '../queue-row.ts'

const STAGES: Readonly<Record<string, QueueStage>> = {
  'IA FULLY EXECUTED/COMMERCIAL OPERATION': 'in_service',
  'IA FULLY EXECUTED/ON SCHEDULE': 'ia_executed',
  'IA FULLY EXECUTED/ON SUSPENSION': 'suspended',
  'IA PENDING': 'ia_pending',
  'FACILITY STUDY STAGE': 'facilities',
  'DISIS STAGE': 'system_impact',
  ERAS: 'system_impact',
  'SPECIAL STUDY': 'system_impact',
  ICS: 'system_impact',
  WITHDRAWN: 'withdrawn',
  TERMINATED: 'withdrawn',
  NONE: 'application',
  '': 'application',
}

/** The active generation interconnection requests. */
export const spp: QueueLayout = {
  id: 'queue.spp',
  signatures: [['Generation Interconnection Number']],
  attribution: 'Includes the SPP generation interconnection queue (SPP, public).',
  edition(_tables, preambles) {
    for (const { cells } of preambles.flat()) {
      const at = cells.findIndex((cell) => /^last updated on/i.test(cellText(cell)))
      const date = at < 0 ? null : queueDate(cells[at + 1], false)
      if (date) return { title: `SPP active requests, ${date.date}`, dataSetName: 'SPP queue', asOf: date.date }
    }
    return { title: 'SPP active requests', dataSetName: 'SPP queue', asOf: null }
  },
  reader: () => (row) => {
    const queueId = row.text('Generation Interconnection Number')
    if (queueId === null || !/\d/.test(queueId) || queueId.includes(' ')) return NO_PROJECT
    const status = row.word('Status')
    const stage = STAGES[(status ?? '').toUpperCase()]
    if (stage === undefined) return unknownStatus('Status', status ?? '')
    const types = [row.text('Generation Type'), row.text('Fuel Type')].filter((type) => type !== null)
    return project({
      iso: 'SPP',
      queueId,
      utility: row.text('TO at POI'),
      poi: row.text('Substation or Line'),
      county: row.text('Nearest Town or County'),
      state: row.text('State'),
      capacityMw: row.number('Capacity'),
      summerMw: row.number('MAX Summer MW'),
      winterMw: row.number('MAX Winter MW'),
      resource: types.length === 0 ? null : types.join(' - '),
      stage,
      rawStatus: status,
      queueDate: row.date('queueDate', ['Request Received']),
      proposedCod: row.date('proposedCod', ['Commercial Operation Date', 'In-Service Date']),
      withdrawnDate: row.date('withdrawnDate', ['Date Withdrawn']),
    })
  },
}
