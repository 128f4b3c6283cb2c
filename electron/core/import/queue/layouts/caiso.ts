import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { partialDate } from '../../partial-date.ts'
import { NO_PROJECT, project, type QueueLayout } from '../queue-layout.ts'
import { cellText, type QueueRow } from '../queue-row.ts'

const ZONE = 'America/Los_Angeles'
const ATTRIBUTION = 'Includes the CAISO interconnection queue (California ISO, public).'
const STUDIED = ['complete', 'completed', 'in progress', 're-study']

/** The weekly public queue report. */
export const caiso: QueueLayout = {
  id: 'queue.caiso',
  signatures: [['Queue Position', 'Application Status', 'Study Process']],
  attribution: ATTRIBUTION,
  edition(_tables, preambles) {
    const texts = preambles.flat().flatMap(({ cells }) => cells.map(cellText))
    const run = texts.map((text) => /Report Run Date:\s*([\d/]+)/i.exec(text)?.[1]).find((text) => text !== undefined)
    const asOf = partialDate(run ?? '')
    return { title: `CAISO public queue report${asOf === null ? '' : `, ${asOf}`}`, dataSetName: 'CAISO queue', asOf }
  },
  reader: ({ header }) => {
    const status = (row: QueueRow) => row.word('Application Status')
    const has = (name: string) => header.columns.has(name.toLowerCase())
    const sheet = has('Withdrawn Date') ? 'withdrawn' : has('Actual On-line Date') ? 'completed' : 'active'
    return (row) => {
      const rawStatus = status(row)
      const queueId = row.text('Queue Position')
      if (queueId === null || !/^(ACTIVE|COMPLETED|WITHDRAWN)$/i.test(rawStatus ?? '')) return NO_PROJECT
      return project({
        iso: 'CAISO',
        queueId,
        projectName: row.text('Project Name', 'Project Name - Confidential'),
        utility: row.text('Utility'),
        poi: row.text('Station or Transmission Line'),
        county: row.text('County'),
        state: row.text('State'),
        capacityMw: row.number('Net MWs to Grid'),
        resource: joined(row, ['Fuel-1', 'Fuel-2', 'Fuel-3']),
        stage: stageOf(row, rawStatus?.toUpperCase() ?? '', sheet),
        rawStatus,
        queueDate: row.date('queueDate', ['Queue Date'], ZONE),
        proposedCod: row.date(
          'proposedCod',
          ['Current On-line Date', 'Proposed On-line Date (as filed with IR)', 'Proposed On-line Date'],
          ZONE,
        ),
        withdrawnDate: row.date('withdrawnDate', ['Withdrawn Date'], ZONE),
        inServiceDate: row.date('inServiceDate', ['Actual On-line Date'], ZONE),
      })
    }
  },
}

function stageOf(row: QueueRow, status: string, sheet: 'active' | 'completed' | 'withdrawn'): QueueStage {
  if (sheet === 'withdrawn' || status === 'WITHDRAWN') return 'withdrawn'
  if (sheet === 'completed' || status === 'COMPLETED') return 'in_service'
  if (row.see('Suspension Status').toLowerCase() === 'suspended') return 'suspended'
  const agreement = row.see('Interconnection Agreement Status').toLowerCase()
  if (agreement === 'executed') return 'ia_executed'
  if (agreement === 'in progress' || agreement === 'filed unexecuted') return 'ia_pending'
  const facilities = row.see('Facilities Study (FAS) or Phase II Cluster Study').toLowerCase()
  const impact = row.see('System Impact Study or Phase I Cluster Study').toLowerCase()
  if (STUDIED.includes(facilities) || impact === 'facilities study') return 'facilities'
  return STUDIED.includes(impact) ? 'system_impact' : 'application'
}

/** The requests of a study cluster, which are not in the public queue report yet. */
export const caisoCluster: QueueLayout = {
  id: 'queue.caiso-cluster',
  signatures: [['Queue Number', 'NET MW POI']],
  attribution: ATTRIBUTION,
  edition(tables) {
    const name = tables.map(({ sheet }) => sheet?.trim() ?? '').find((sheet) => /cluster/i.test(sheet))
    const title = `CAISO ${name ?? 'cluster'} interconnection requests`
    return { title, dataSetName: title, asOf: null }
  },
  reader: ({ sheet }) => {
    const rawStatus = sheet?.trim() ?? null
    return (row) => {
      const queueId = row.text('Queue Number')
      if (queueId === null || !/^\d+[A-Z]?$/i.test(queueId)) return NO_PROJECT
      const withdrawnDate = row.date('withdrawnDate', ['Withdrawal Date', 'Withdrawn Date'])
      const isWithdrawn = withdrawnDate !== null || /withdrawn/i.test(rawStatus ?? '')
      return project({
        iso: 'CAISO',
        queueId,
        projectName: row.text('Project Name'),
        utility: row.text('PTO'),
        poi: row.text('POI'),
        county: row.text('PROJECT COUNTY'),
        state: row.text('Project State'),
        capacityMw: row.number('NET MW POI'),
        resource: joined(row, ['Generation/Fuel 1', 'Generation/Fuel 2', 'Generation/Fuel 3']),
        stage: isWithdrawn ? 'withdrawn' : 'application',
        rawStatus,
        queueDate: row.date('queueDate', ['Queue Date'], ZONE),
        proposedCod: row.date('proposedCod', ['Requested COD'], ZONE),
        withdrawnDate,
      })
    }
  },
}

function joined(row: QueueRow, names: readonly string[]): string | null {
  const parts = names.map((name) => row.text(name)).filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' + ')
}
