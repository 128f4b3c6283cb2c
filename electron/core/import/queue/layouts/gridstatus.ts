import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { NO_PROJECT, project, type QueueLayout } from '../queue-layout.ts'
import type { QueueRow } from '../queue-row.ts'

/** Ids that only one operator gives. */
const ISO_OF_ID: readonly (readonly [RegExp, string])[] = [
  [/^\d\dINR/i, 'ERCOT'],
  [/^(GEN|ASGI|TI)-/i, 'SPP'],
  [/^C\d\d-\d+$/i, 'NYISO'],
  [/^0\d{3}[A-Z]?$/i, 'NYISO'],
  [/^[JRES]\d{3,4}$/i, 'MISO'],
  [/^[A-Z]{1,2}\d?[-_]?\d{2,3}[A-Z]?$/i, 'PJM'],
]

/** Columns that only one operator's rows carry. */
const ISO_OF_COLUMN: Readonly<Record<string, string>> = {
  'CDR Reporting Zone': 'ERCOT',
  'GIM Study Phase': 'ERCOT',
  'Study Process': 'CAISO',
  'Net MWs to Grid': 'CAISO',
  'Nearest Town or County': 'SPP',
  postGIAStatus: 'MISO',
  'Post Generator Interconnection Agreement Status': 'MISO',
  'Feasiblity Study Status': 'PJM',
  'Feasibility Study Status': 'PJM',
  Z: 'NYISO',
  'Availability of Studies': 'NYISO',
  I39: 'ISO-NE',
  Serv: 'ISO-NE',
}

const ISO_NAMES: Readonly<Record<string, string>> = {
  isone: 'ISO-NE',
  'iso-ne': 'ISO-NE',
  'iso new england': 'ISO-NE',
}

/** CSV exports of the gridstatus library, of one operator or of all. */
export const gridstatus: QueueLayout = {
  id: 'queue.gridstatus',
  signatures: [['Queue ID', 'Interconnecting Entity', 'Proposed Completion Date']],
  attribution: 'Includes interconnection queues as exported by gridstatus (the operators, public).',
  remark: 'This layout is written from its documentation and not proved on a real file.',
  edition: () => ({ title: 'gridstatus queue export', dataSetName: 'gridstatus queue export', asOf: null }),
  reader: ({ header }) => {
    const column = Object.keys(ISO_OF_COLUMN).find((name) => header.columns.has(name.toLowerCase()))
    const isoOfFile = column === undefined ? null : (ISO_OF_COLUMN[column] ?? null)
    return (row) => {
      const queueId = row.text('Queue ID')
      if (queueId === null) return NO_PROJECT
      const named = row.text('ISO')
      const iso =
        (named === null ? null : (ISO_NAMES[named.toLowerCase()] ?? named.toUpperCase())) ??
        isoOfFile ??
        ISO_OF_ID.find(([id]) => id.test(queueId))?.[1]
      if (iso === undefined)
        return { column: 'ISO', reason: 'the file does not say which grid operator the request was made to' }
      const status = row.word('Status')
      return project({
        ...common(row),
        iso,
        queueId,
        stage: stageOf(iso, status?.toLowerCase() ?? ''),
        rawStatus: status,
      })
    }
  },
}

function common(row: QueueRow) {
  return {
    projectName: row.text('Project Name'),
    developer: row.text('Interconnecting Entity'),
    utility: row.text('Transmission Owner'),
    poi: row.text('Interconnection Location'),
    county: row.text('County'),
    state: row.text('State'),
    capacityMw: row.number('Capacity (MW)'),
    summerMw: row.number('Summer Capacity (MW)'),
    winterMw: row.number('Winter Capacity (MW)'),
    resource: row.text('Generation Type'),
    queueDate: row.date('queueDate', ['Queue Date']),
    proposedCod: row.date('proposedCod', ['Proposed Completion Date']),
    withdrawnDate: row.date('withdrawnDate', ['Withdrawn Date']),
    inServiceDate: row.date('inServiceDate', ['Actual Completion Date']),
  }
}

/** gridstatus calls a request with a signed agreement completed for ERCOT and SPP, and one that is built elsewhere. */
function stageOf(iso: string, status: string): QueueStage {
  if (/withdrawn|cancel/.test(status)) return 'withdrawn'
  if (status === 'completed' || status === 'done')
    return iso === 'ERCOT' || iso === 'SPP' ? 'ia_executed' : 'in_service'
  if (status === 'in service') return 'in_service'
  if (status === 'suspended') return 'suspended'
  if (/under construction/.test(status)) return 'construction'
  return status === 'active' ? 'application' : 'unknown'
}
