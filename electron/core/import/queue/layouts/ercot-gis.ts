import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { partialDate } from '../../partial-date.ts'
import { NO_PROJECT, project, type QueueLayout, type RowReading } from '../queue-layout.ts'
import { cellText, type QueueRow } from '../queue-row.ts'

const INR = /^\d\dINR\d+[A-Za-z]*$/
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** ERCOT's Generator Interconnection Status report, all layouts since December 2018. */
export const ercotGis: QueueLayout = {
  id: 'queue.ercot-gis',
  signatures: [['INR', 'Project Name']],
  without: ['Queue ID'],
  attribution: 'Includes the ERCOT GIS report (PG7-200-ER, public).',
  edition(_tables, preambles) {
    const texts = preambles.flat().flatMap(({ cells }) => cells.map(cellText))
    const activity = texts.map((text) => /Activity:.* to (.+)$/i.exec(text)?.[1]).find((text) => text !== undefined)
    const run = texts
      .map((text) => /Report Run:\s*(\w+ \d+, \d{4})/i.exec(text)?.[1])
      .find((text) => text !== undefined)
    const asOf = partialDate(padDay(activity ?? run ?? ''))
    const month = asOf === null ? '' : `, ${MONTHS[Number(asOf.slice(5, 7)) - 1]} ${asOf.slice(0, 4)}`
    return { title: `ERCOT GIS report${month}`, dataSetName: 'ERCOT GIS report', asOf }
  },
  reader({ header }) {
    const has = (name: string) => header.columns.has(name.toLowerCase())
    // Events of projects that the other sheets list.
    if (has('Commissioning Category')) return () => NO_PROJECT
    if (has('Inactive Date')) return (row) => offLine(row, 'Inactive', 'suspended', 'Inactive Date')
    if (has('Cancel Date')) return (row) => offLine(row, 'Cancelled', 'withdrawn', 'Cancel Date')
    return has('Model Ready Date') && !has('Screening Study Started') ? smallGenerator : largeGenerator
  },
}

function largeGenerator(row: QueueRow): RowReading {
  const queueId = row.text('INR') ?? ''
  if (!INR.test(queueId)) return NO_PROJECT
  const phase = row.word('GIM Study Phase', 'GINR Study Phase')
  return project({
    ...common(row, queueId),
    stage: largeStage(row, phase ?? ''),
    rawStatus: phase,
    queueDate: row.date('queueDate', ['Screening Study Started']),
    statusDate: latest(row, ['IA Signed', 'FIS Approved', 'Approved for Energization', 'Approved for Synchronization']),
  })
}

function largeStage(row: QueueRow, phase: string): QueueStage {
  if (isBuilding(row) || row.see('Construction Start') !== '') return 'construction'
  if (/, IA$/.test(phase)) return 'ia_executed'
  if (phase.includes('FIS Completed')) return 'ia_pending'
  if (phase.includes('FIS Started')) return 'system_impact'
  return phase.startsWith('SS ') ? 'screening' : 'unknown'
}

function smallGenerator(row: QueueRow): RowReading {
  const queueId = row.text('INR') ?? ''
  if (!INR.test(queueId)) return NO_PROJECT
  return project({
    ...common(row, queueId),
    stage: isBuilding(row) ? 'construction' : row.see('IA Signed') === '' ? 'application' : 'ia_executed',
    rawStatus: 'Small Gen',
    queueDate: row.date('queueDate', ['Model Ready Date']),
    statusDate: latest(row, ['IA Signed', 'Approved for Energization', 'Approved for Synchronization']),
  })
}

function isBuilding(row: QueueRow): boolean {
  return row.see('Approved for Energization', 'Approved for Synchronization') !== ''
}

function offLine(row: QueueRow, rawStatus: string, stage: QueueStage, dateColumn: string): RowReading {
  const queueId = row.text('INR') ?? ''
  if (!INR.test(queueId)) return NO_PROJECT
  const date = row.date('statusDate', [dateColumn])
  return project({
    ...common(row, queueId),
    stage,
    rawStatus,
    statusDate: date,
    withdrawnDate: stage === 'withdrawn' ? date : null,
  })
}

function common(row: QueueRow, queueId: string) {
  const [fuel, technology] = [row.text('Fuel'), row.text('Technology')]
  return {
    iso: 'ERCOT',
    queueId,
    projectName: row.text('Project Name'),
    developer: row.text('Interconnecting Entity'),
    poi: row.text('POI Location'),
    county: row.text('County'),
    state: 'TX',
    capacityMw: row.number('Capacity (MW)', 'MW **', 'MW *', 'MW'),
    resource: technology === null ? fuel : `${fuel ?? ''}/${technology}`,
    proposedCod: row.date('proposedCod', ['Projected COD']),
  }
}

function latest(row: QueueRow, names: readonly string[]): string | null {
  const dates = names.map((name) => row.seeDate(name)).filter((date) => date !== null)
  return dates.length === 0 ? null : dates.reduce((last, date) => (date > last ? date : last))
}

/** "Oct 1, 2025" and "Oct 01, 2025" alike, however it goes on. */
function padDay(text: string): string {
  return /^[A-Za-z]+\.? \d{1,2}, \d{4}/.exec(text.trim())?.[0] ?? text
}
