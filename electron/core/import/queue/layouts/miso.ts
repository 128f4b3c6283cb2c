import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { largerMw, NO_PROJECT, project, type QueueLayout, unknownStatus } from '../queue-layout.ts'

const ZONE = 'America/New_York'
const STATUSES = new Set([
  'active',
  'withdrawn',
  'done',
  'confirmed',
  'in review',
  'correction',
  'pending transfer',
  'pending revision approval',
])

/** The generator interconnection queue as the website's CSV and as the list of its interface. */
export const miso: QueueLayout = {
  id: 'queue.miso',
  signatures: [
    ['Project #', 'Request Status'],
    ['projectNumber', 'applicationStatus'],
  ],
  attribution: 'Includes the MISO generator interconnection queue (MISO, public).',
  edition: () => ({ title: 'MISO generator interconnection queue', dataSetName: 'MISO queue', asOf: null }),
  reader: () => (row) => {
    const queueId = row.word('Project #', 'projectNumber')
    const status = row.word('Request Status', 'applicationStatus') ?? ''
    if (queueId === null) return NO_PROJECT
    const plainStatus = status.toLowerCase().replace(/^legacy: /, '')
    if (!STATUSES.has(plainStatus)) return unknownStatus('Request Status', status)
    const [summerMw, winterMw] = [row.number('Summer MW', 'summerNetMW'), row.number('Winter MW', 'winterNetMW')]
    const postAgreement = row.see('Post GIA Status', 'postGIAStatus').toLowerCase()
    const phase = row.see('Study Phase', 'studyPhase').toLowerCase()
    return project({
      iso: 'MISO',
      queueId,
      utility: row.text('Transmission Owner', 'transmissionOwner'),
      poi: row.text('POI Name', 'poiName'),
      county: row.text('County', 'county'),
      state: row.text('State', 'state'),
      capacityMw: largerMw(summerMw, winterMw),
      summerMw,
      winterMw,
      resource: row.text('Fuel', 'fuelType'),
      stage: stageOf(plainStatus, postAgreement, phase),
      rawStatus: status,
      queueDate: row.date('queueDate', ['Queue Date', 'queueDate'], ZONE),
      proposedCod: row.date(
        'proposedCod',
        ['Negotiated In Service Date', 'negInService', 'Appl In Service Date', 'inService'],
        ZONE,
      ),
      statusDate: row.date('statusDate', ['Done Date', 'doneDate'], ZONE),
      withdrawnDate: row.date('withdrawnDate', ['Withdrawn Date', 'withdrawnDate'], ZONE),
    })
  },
}

function stageOf(status: string, postAgreement: string, phase: string): QueueStage {
  if (status === 'withdrawn' || postAgreement === 'withdrawn') return 'withdrawn'
  if (postAgreement.startsWith('in service')) return 'in_service'
  if (postAgreement === 'under construction') return 'construction'
  if (status === 'done') return 'ia_executed'
  if (phase === 'gia') return 'ia_pending'
  if (phase === 'phase 3' || phase === 'post-phase 3') return 'facilities'
  return phase === 'phase 1' || phase === 'phase 2' ? 'system_impact' : 'application'
}
