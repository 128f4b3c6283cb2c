import type { AppEvent } from '../../../shared/contract/events.ts'
import type { CoreOptions, GrantedPath } from '../core-options.ts'
import type { Db } from '../db/database.ts'

/** One role's open catalog and the methods it answers; needs no thread of its own to run. */
export interface Service {
  /** The role's own connection. */
  readonly db: Db
  call(method: string, input: unknown, files: Readonly<Record<string, GrantedPath>>): Promise<unknown>
  cancel(jobId: string): void
  close(): Promise<void>
}

/** Opens the catalog in a role. @throws AppError 'catalog_unusable', 'busy' or 'disk' */
export type StartService = (
  options: CoreOptions,
  emit: (event: AppEvent) => void,
  log: (error: unknown) => void,
) => Service
