import type { QueueStage } from './queue-stage.ts'

/** What two editions of a queue are compared by, in the order they are shown. */
export const QUEUE_VALUE_FIELDS = [
  'projectName',
  'developer',
  'utility',
  'poi',
  'county',
  'state',
  'capacityMw',
  'summerMw',
  'winterMw',
  'resource',
  'stage',
  'rawStatus',
  'queueDate',
  'proposedCod',
  'statusDate',
  'withdrawnDate',
  'inServiceDate',
] as const

export type QueueValueField = (typeof QUEUE_VALUE_FIELDS)[number]

/** A request for interconnection, in the same terms for every operator. Dates are ISO days. */
export interface QueueProject {
  /** ERCOT, PJM, MISO, SPP, CAISO, NYISO, ISO-NE, or a region without one. */
  readonly iso: string
  readonly queueId: string
  readonly direction: 'generation' | 'load'
  readonly projectName: string | null
  readonly developer: string | null
  readonly utility: string | null
  /** Point of interconnection, free text. */
  readonly poi: string | null
  readonly county: string | null
  readonly state: string | null
  readonly capacityMw: number | null
  readonly summerMw: number | null
  readonly winterMw: number | null
  /** Fuel and technology in the source's own words or codes. */
  readonly resource: string | null
  readonly stage: QueueStage
  /** The source's status word for word. */
  readonly rawStatus: string | null
  readonly queueDate: string | null
  /** Commercial operation as proposed. */
  readonly proposedCod: string | null
  readonly statusDate: string | null
  readonly withdrawnDate: string | null
  readonly inServiceDate: string | null
}

/** The id that editions agree on: PJM marks a request that went to a study cycle behind its id. */
export function queueKey(project: Pick<QueueProject, 'iso' | 'queueId'>): string {
  return `${project.iso} ${project.queueId.replace(/ - moved to .*$/, '')}`
}
