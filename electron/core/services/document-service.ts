import { openReader } from '../db/open-catalog.ts'
import { documentHandlers } from '../handlers/document-handlers.ts'
import { Jobs } from '../jobs.ts'
import { handlerOf } from './handler-of.ts'
import type { StartService } from './service.ts'

/** Writes memos and exports, from a connection that reads. */
export const documentService: StartService = (options, emit, log) => {
  const jobs = new Jobs((job) => emit({ type: 'job', job }), log)
  const db = openReader(options.catalogFile)
  const handlers = documentHandlers(db, options, jobs)
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
