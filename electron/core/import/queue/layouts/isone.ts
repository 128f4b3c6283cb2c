import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { partialDate } from '../../partial-date.ts'
import { NO_PROJECT, project, type QueueLayout } from '../queue-layout.ts'
import { cellText, type QueueRow } from '../queue-row.ts'

/** The queue report; one position may have several rows. */
export const isone: QueueLayout = {
  id: 'queue.isone',
  signatures: [['Position', 'Requested', 'W/ D Date']],
  attribution: 'Includes the ISO New England interconnection queue (ISO-NE, public).',
  edition(_tables, preambles) {
    const texts = preambles.flat().flatMap(({ cells }) => cells.map(cellText))
    const day = texts.map((text) => /As of:\s*([\d/]+)/i.exec(text)?.[1]).find((text) => text !== undefined)
    const asOf = partialDate(day ?? '')
    return { title: `ISO-NE queue report${asOf === null ? '' : `, ${asOf}`}`, dataSetName: 'ISO-NE queue', asOf }
  },
  reader: () => (row) => {
    const queueId = row.text('Position')
    if (queueId === null || !/^\d+[A-Z]?$/i.test(queueId)) return NO_PROJECT
    const withdrawnDate = row.date('withdrawnDate', ['W/ D Date'])
    const rawStatus = row.word('Project Status')
    return project({
      iso: 'ISO-NE',
      queueId,
      projectName: row.text('Alternative Name'),
      utility: row.text('TO Report'),
      poi: row.text('Interconnection Location'),
      county: row.text('County'),
      state: row.text('State'),
      capacityMw: row.number('Net MW'),
      summerMw: row.number('Summer MW'),
      winterMw: row.number('Winter MW'),
      resource: row.text('Fuel Type'),
      stage: withdrawnDate !== null ? 'withdrawn' : stageOf(row, rawStatus?.toLowerCase() ?? ''),
      rawStatus,
      queueDate: row.date('queueDate', ['Requested']),
      proposedCod: row.date('proposedCod', ['Op Date']),
      statusDate: row.date('statusDate', ['Updated']),
      withdrawnDate,
    })
  },
}

function stageOf(row: QueueRow, status: string): QueueStage {
  if (status === 'in service') return 'in_service'
  if (status === 'partially in service' || status === 'under construction') return 'construction'
  if (status === 'suspended') return 'suspended'
  const agreement = row.see('IA').toLowerCase()
  if (agreement === 'executed') return status === '' ? 'unknown' : 'ia_executed'
  if (agreement === 'in progress' || agreement.endsWith('filed unexecuted')) return 'ia_pending'
  for (const [study, stage] of [
    ['FAC', 'facilities'],
    ['SIS', 'system_impact'],
    ['FS', 'screening'],
  ] as const)
    if (['in progress', 'document posted'].includes(row.see(study).toLowerCase())) return stage
  return status === '' ? 'unknown' : 'application'
}
