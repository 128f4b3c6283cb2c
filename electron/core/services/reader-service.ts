import { openReader } from '../db/open-catalog.ts'
import { queryHandlers } from '../handlers/query-handlers.ts'
import { handlerOf } from './handler-of.ts'
import type { StartService } from './service.ts'

/** Answers questions; it runs no jobs. */
export const readerService: StartService = (options) => {
  const db = openReader(options.catalogFile)
  const handlers = queryHandlers(db, options.resources)
  return {
    db,
    call: async (method, input) => await handlerOf(handlers, method)(input),
    cancel: () => {},
    async close() {
      db.close()
    },
  }
}
