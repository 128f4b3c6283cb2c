import type { QueueStage } from '../../../../../shared/domain/queue/queue-stage.ts'
import { largerMw, NO_PROJECT, project, type QueueLayout, unknownStatus } from '../queue-layout.ts'

const ID = /^(C\d\d-\d+|\d{1,4}[A-Z]?)$/i

const STAGES: Readonly<Record<string, QueueStage>> = {
  '0': 'withdrawn',
  '1': 'application',
  '2': 'screening',
  '3': 'screening',
  '3A': 'screening',
  '4': 'system_impact',
  '5': 'system_impact',
  '5P': 'system_impact',
  '6': 'system_impact',
  '7': 'facilities',
  '8': 'facilities',
  '9': 'facilities',
  '10': 'ia_pending',
  '11': 'ia_executed',
  '12': 'construction',
  '13': 'construction',
  '14': 'in_service',
  '15': 'construction',
  P: 'application',
  '1C': 'application',
  '2C': 'application',
  '3C': 'application',
  '4C': 'system_impact',
  '5C': 'system_impact',
  '6C': 'facilities',
  '7C': 'facilities',
  '10C': 'ia_pending',
  '11C': 'ia_executed',
  '12C': 'construction',
  '13C': 'construction',
  '14C': 'in_service',
  '15C': 'construction',
}

/** The monthly workbook; its projects of type L are loads. */
export const nyiso: QueueLayout = {
  id: 'queue.nyiso',
  signatures: [
    ['Queue Pos.', 'Project Name'],
    ['Pos.', 'Project Name'],
  ],
  headerRows: (header) => (header.columns.has('queue pos.') ? 1 : 2),
  attribution: 'Includes the NYISO interconnection queue (New York ISO, public).',
  edition: () => ({ title: 'NYISO interconnection queue', dataSetName: 'NYISO queue', asOf: null }),
  reader: ({ sheet }) => {
    const place = /withdrawn/i.test(sheet ?? '') ? 'withdrawn' : /in.?service/i.test(sheet ?? '') ? 'in_service' : null
    return (row) => {
      const queueId = row.text('Queue Pos.', 'Pos.')
      if (queueId === null || !ID.test(queueId)) return NO_PROJECT
      const code = row.word('S')
      const stage = place ?? (code === null ? 'unknown' : STAGES[code.toUpperCase()])
      if (stage === undefined) return unknownStatus('S', code ?? '')
      const [summerMw, winterMw] = [row.number('SP (MW)', 'SP'), row.number('WP (MW)', 'WP')]
      const type = row.text('Type/ Fuel', 'Type/Fuel')
      const statusDate = row.date('statusDate', ['Last Updated Date', 'Last Update'])
      return project({
        iso: 'NYISO',
        queueId,
        direction: type === 'L' ? 'load' : 'generation',
        projectName: row.text('Project Name'),
        developer: row.text(
          'Developer/Interconnection Customer',
          'Interconnection Customer Name',
          'Owner/Developer',
          'Developer Name',
        ),
        utility: row.text('Utility'),
        poi: row.text('Points of Interconnection', 'Interconnection Point'),
        county: row.text('County', 'Location County'),
        state: row.text('State'),
        capacityMw: largerMw(summerMw, winterMw),
        summerMw,
        winterMw,
        resource: type,
        stage,
        rawStatus: code,
        queueDate: row.date('queueDate', ['Date of IR']),
        proposedCod: row.date('proposedCod', ['Proposed COD', 'COD']),
        statusDate,
        // The date of the last update is when a withdrawal was known at the latest.
        withdrawnDate:
          stage === 'withdrawn' && statusDate !== null
            ? row.note('withdrawnDate', { date: statusDate, precision: 'at the latest' })
            : null,
      })
    }
  },
}
