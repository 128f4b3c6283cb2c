import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { excelDate } from '../../source/excel-date.ts'
import { NO_PROJECT, project, type QueueLayout, unknownStatus } from '../queue-layout.ts'
import type { QueueRow } from '../queue-row.ts'

const IN_QUEUE: Readonly<Record<string, QueueStage>> = {
  'not started': 'application',
  'feasibility study': 'screening',
  'system impact study': 'system_impact',
  'cluster study': 'system_impact',
  'phase 4 study': 'system_impact',
  'in progress': 'system_impact',
  'in progress (unknown study)': 'system_impact',
  combined: 'system_impact',
  'facility study': 'facilities',
  'facilities study': 'facilities',
  'ia pending': 'ia_pending',
  'ia executed': 'ia_executed',
  construction: 'construction',
  operational: 'in_service',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
}

const DAYS_TO_1960 = 21_916
/** A withdrawal before this is a day count from another origin. */
const FIRST_WITHDRAWAL = '1990'

/** Berkeley Lab's yearly collection of all queues, in the layouts to 2020, to 2022 and since. */
export const lbnl: QueueLayout = {
  id: 'queue.lbnl',
  signatures: [['q_id', 'q_status']],
  attribution: 'Includes Lawrence Berkeley National Laboratory, Queued Up (Rand et al., cited as its authors ask).',
  edition: () => ({ title: 'LBNL Queued Up', dataSetName: 'LBNL Queued Up', asOf: null }),
  reader: () => (row) => {
    const queueId = row.text('q_id')
    const status = row.word('q_status')
    if (queueId === null || status === null) return NO_PROJECT
    if (!['active', 'withdrawn', 'operational', 'completed', 'suspended'].includes(status.toLowerCase()))
      // A codebook explains the columns under their own names.
      return /^queue status$/i.test(status) ? NO_PROJECT : unknownStatus('q_status', status)
    const parts = [row.number('mw1'), row.number('mw2'), row.number('mw3')].filter((mw) => mw !== null)
    return project({
      iso: row.text('region') ?? row.text('entity') ?? 'unknown',
      queueId,
      projectName: row.text('project_name'),
      developer: row.text('developer'),
      utility: row.text('utility'),
      poi: row.text('poi_name'),
      county: row.text('county', 'county_1'),
      state: row.text('state'),
      capacityMw: parts.length === 0 ? null : parts.reduce((sum, mw) => sum + mw, 0),
      resource: row.text('type_clean'),
      stage: stageOf(status.toLowerCase(), row.see('IA_status_clean').toLowerCase()),
      rawStatus: status,
      queueDate: row.date('queueDate', ['q_date', 'q_date_clean']),
      proposedCod: row.date('proposedCod', ['prop_date', 'proposed_on_date']),
      withdrawnDate: withdrawnDate(row),
      inServiceDate: row.date('inServiceDate', ['on_date']),
    })
  },
}

function stageOf(status: string, agreement: string): QueueStage {
  if (status === 'withdrawn') return 'withdrawn'
  if (status === 'operational' || status === 'completed') return 'in_service'
  return status === 'suspended' ? 'suspended' : (IN_QUEUE[agreement] ?? 'unknown')
}

/** Withdrawals to 2020 are counted in days from 1960, which the year beside them or its oddity shows. */
function withdrawnDate(row: QueueRow): string | null {
  const cell = row.cell('wd_date')
  if (typeof cell === 'number') {
    const from1960 =
      excelDate(cell + DAYS_TO_1960, false)
        ?.toISOString()
        .slice(0, 10) ?? null
    const year = row.see('wd_year')
    const asSerial = row.seeDate('wd_date')
    const isFrom1960 = year !== '' ? from1960?.startsWith(year) : asSerial === null || asSerial < FIRST_WITHDRAWAL
    if (isFrom1960 && from1960 !== null) {
      row.number('wd_date')
      return from1960
    }
  }
  return row.date('withdrawnDate', ['wd_date'])
}
