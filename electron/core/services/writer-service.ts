import { AppError } from '../../../shared/contract/errors.ts'
import type { GrantedPath } from '../core-options.ts'
import type { Db } from '../db/database.ts'
import { openCatalog } from '../db/open-catalog.ts'
import { storageError } from '../db/storage-error.ts'
import { commandHandlers } from '../handlers/command-handlers.ts'
import { Jobs } from '../jobs.ts'
import { historyState } from '../oplog/undo.ts'
import { handlerOf } from './handler-of.ts'
import type { StartService } from './service.ts'

/** The catalog's only writer, which holds its lock. */
export const writerService: StartService = (options, emit, log) => {
  const jobs = new Jobs((job) => emit({ type: 'job', job }), log)
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
    committed: (revision, changed) =>
      emit({ type: 'catalog', revision, history: historyState(db), ...(changed ? { changed: [...changed] } : {}) }),
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
