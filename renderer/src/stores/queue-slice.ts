import type * as z from 'zod'
import type {
  QueueDiffReport,
  QueueEditionInfo,
  QueueFillReport,
  QueueNearSite,
  queue,
  queueProjectRow,
} from '../../../shared/contract/queue.ts'
import { queuePositionId } from '../../../shared/domain/queue/position-id.ts'
import type { SliceTools } from './app-state.ts'
import { told } from './told.ts'

export type QueueRequest = z.output<typeof queueProjectRow>

/** Which edition the screen of changes starts from: a data set's newest, or the one that a file brought. */
export interface ChangesOf {
  readonly dataSet?: string
  readonly title?: string
  readonly fileName?: string
}

export type QueueDiffInput = z.input<(typeof queue)['queue.diff']['input']>

export interface QueueSlice {
  /** What the screen of changes was opened for; null while it is closed. */
  readonly changesOf: ChangesOf | null
  showQueueChanges(of: ChangesOf | null): void
  /** Empty after the error was told. */
  readQueueEditions(): Promise<readonly QueueEditionInfo[]>
  /** Null after the error was told. */
  compareEditions(request: QueueDiffInput): Promise<QueueDiffReport | null>
  /** Null after the error was told. */
  readQueueNear(siteId: string): Promise<QueueNearSite | null>
  /** Puts what the queues say into the field of the site, with its source. */
  takeQueueFill(siteId: string, fill: QueueNearSite['fills'][number]): Promise<boolean>
  /** For all sites of which it is unknown; null after the error was told. */
  fillFromQueue(dryRun: boolean): Promise<QueueFillReport | null>
  /** Says that a request is a site's own; null says that none is. */
  confirmRequest(
    siteId: string,
    request: QueueRequest | null,
    source?: { readonly title: string; readonly asOf: string | null },
  ): Promise<boolean>
}

export function queueSlice(tools: SliceTools): QueueSlice {
  const { set, get, ports } = tools
  return {
    changesOf: null,
    showQueueChanges: (changesOf) => set({ changesOf }),
    readQueueEditions: async () => (await told(tools, ports.client['queue.editions']({}))) ?? [],
    compareEditions: (request) => told(tools, ports.client['queue.diff'](request)),
    readQueueNear: (siteId) => told(tools, ports.client['queue.nearSite']({ siteId })),
    takeQueueFill: (siteId, fill) => get().editField({ siteId, ...fill }),
    async fillFromQueue(dryRun) {
      const report = await told(tools, ports.client['queue.fill']({ dryRun }))
      if (report === null || report.revision === null) return report
      get().notify('done', `${report.label}; undo takes it back.`)
      await told(tools, Promise.all([get().refresh(report.revision), get().refreshDetail(), get().refreshHistory()]))
      return report
    },
    confirmRequest: (siteId, request, source) =>
      get().editField({
        siteId,
        field: 'queueProject',
        value: request && queuePositionId(request),
        source: source?.title ?? '',
        asOf: source?.asOf ?? null,
        // That it stands in an operator's queue proves that it was filed, and no more.
        rung: request === null ? 'claimed' : 'application',
      }),
  }
}
