import type { WireError } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { CoreOptions, GrantedPath } from './core-options.ts'

export type WorkerRole = 'writer' | 'reader' | 'document'

export interface WorkerStart {
  readonly role: WorkerRole
  readonly options: CoreOptions
}

export type ToWorker =
  | {
      readonly type: 'call'
      readonly id: number
      readonly method: string
      readonly input: unknown
      readonly files: Readonly<Record<string, GrantedPath>>
    }
  | { readonly type: 'cancel'; readonly jobId: string }
  | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly error: WireError }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** `internal` is the log's: the text and stack of an error that no user should read. */
  | { readonly type: 'refusal'; readonly id: number; readonly error: WireError | null; readonly internal: string }
  | { readonly type: 'event'; readonly event: AppEvent }
  | { readonly type: 'log'; readonly text: string }
