import type * as z from 'zod'
import type { QueueNearSite, queueProjectRow } from '../../../shared/contract/queue.ts'
import { queuePositionId } from '../../../shared/domain/queue/position-id.ts'
import type { SliceTools } from './app-state.ts'

export type QueueRequest = z.output<typeof queueProjectRow>

export interface QueueSlice {
  /** Null after the error was told. */
  readQueueNear(siteId: string): Promise<QueueNearSite | null>
  /** Says that a request is a site's own; null says that none is. */
  confirmRequest(
    siteId: string,
    request: QueueRequest | null,
    source?: { readonly title: string; readonly asOf: string | null },
  ): Promise<boolean>
}

export function queueSlice({ get, ports }: SliceTools): QueueSlice {
  return {
    async readQueueNear(siteId) {
      try {
        return await ports.client['queue.nearSite']({ siteId })
      } catch (error) {
        get().report(error)
        return null
      }
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
