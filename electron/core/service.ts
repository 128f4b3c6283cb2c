import { AppError } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { CoreOptions, GrantedPath } from './core-options.ts'
import type { Db } from './db/database.ts'
import { openCatalog, openReader } from './db/open-catalog.ts'
import { storageError } from './db/storage-error.ts'
import { commandHandlers } from './handlers/command-handlers.ts'
import { documentHandlers } from './handlers/document-handlers.ts'
import { queryHandlers } from './handlers/query-handlers.ts'
import { Jobs } from './jobs.ts'
import { historyState } from './oplog/undo.ts'
import type { WorkerRole } from './worker-messages.ts'

/** One role's open catalog and the methods it answers; needs no thread of its own to run. */
export interface Service {
  /** The role's own connection. */
  readonly db: Db
  call(method: string, input: unknown, files: Readonly<Record<string, GrantedPath>>): Promise<unknown>
  cancel(jobId: string): void
  close(): Promise<void>
}

type AnyHandler = (input: unknown) => unknown

/** Opens the catalog in a role. @throws AppError 'catalog_unusable', 'busy' or 'disk' */
export function startService(
  role: WorkerRole,
  options: CoreOptions,
  emit: (event: AppEvent) => void,
  log: (error: unknown) => void,
): Service {
  const jobs = new Jobs((job) => emit({ type: 'job', job }), log)
  if (role === 'writer') return writerService(options, jobs, emit)
  const db = openReader(options.catalogFile)
  const handlers = role === 'reader' ? queryHandlers(db) : documentHandlers(db, options, jobs)
  return {
    db,
    call: async (method, input) => await handlerOf(handlers, method)(input),
    cancel: (jobId) => jobs.cancel(jobId),
    async close() {
      await jobs.stop()
      db.close()
    },
  }
}

function writerService(options: CoreOptions, jobs: Jobs, emit: (event: AppEvent) => void): Service {
  const { db, lock } = openCatalog(options.catalogFile, Date.now())
  let granted: Readonly<Record<string, GrantedPath>> = {}
  const handlers = commandHandlers({
    db,
    author: options.author,
    referenceFolder: options.resources.reference,
    jobs,
    now: Date.now,
    fileOf(grant) {
      const file = Object.hasOwn(granted, grant) ? granted[grant] : undefined
      if (!file) throw new AppError('not_found', 'The file to import is no longer at hand; choose it again.')
      return file
    },
    committed: (revision) => emit({ type: 'catalog', revision, history: historyState(db) }),
  })
  return {
    db,
    // A handler looks its file up before its first await, so the files of one call never meet another's.
    call: async (method, input, files) => {
      granted = files
      return await handlerOf(handlers, method)(input)
    },
    cancel: (jobId) => jobs.cancel(jobId),
    async close() {
      await jobs.stop()
      try {
        closeWriter(db)
      } finally {
        lock.release()
      }
    },
  }
}

function closeWriter(db: Db): void {
  try {
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // On a full disk everything committed stays in the log file, and the next start takes it from there.
    if (!(storageError(error, 'The catalog') instanceof AppError)) throw error
  } finally {
    db.close()
  }
}

function handlerOf(handlers: object, method: string): AnyHandler {
  if (!Object.hasOwn(handlers, method)) throw new Error(`This worker does not answer ${method}.`)
  return (handlers as Record<string, AnyHandler>)[method] as AnyHandler
}
