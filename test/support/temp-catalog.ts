import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { CoreOptions, GrantedPath } from '../../electron/core/core-options.ts'
import type { Db } from '../../electron/core/db/database.ts'
import { openReader } from '../../electron/core/db/open-catalog.ts'
import { readerService } from '../../electron/core/services/reader-service.ts'
import type { Service } from '../../electron/core/services/service.ts'
import { writerService } from '../../electron/core/services/writer-service.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/define.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { ImportReport, JobSnapshot } from '../../shared/contract/jobs.ts'
import { tempFolder } from './temp-folder.ts'

/** A catalog of its own in a temporary folder, its writer and reader in this thread. */
export interface TempCatalog {
  readonly folder: string
  readonly file: string
  readonly events: AppEvent[]
  /** Every method of the writer and the reader, input and output checked against the contract. */
  readonly call: Client<Contract>
  /** Imports a file of this text; null when the job did not end well. */
  importText(text: string, options?: { name?: string; dryRun?: boolean; format?: string }): Promise<JobSnapshot>
  /** Stands for a file of these bytes that a person chose. */
  grantFile(name: string, bytes: Uint8Array | string): string
  report(text: string, options?: { name?: string; dryRun?: boolean }): Promise<ImportReport>
  jobDone(jobId: string): Promise<JobSnapshot>
  cancel(jobId: string): void
  /** The writer's own connection, for what only a fault could do to it. */
  writer(): Db
  /** Closes it and opens it again, as a restart does. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export function tempCatalog(author = 'Ada', folder: string = tempFolder(), reference = ''): TempCatalog {
  const options: CoreOptions = {
    catalogFile: path.join(folder, 'catalog.db'),
    outputFolder: path.join(folder, 'output'),
    resources: { reference, basemap: '', fonts: '' },
    author,
  }
  const events: AppEvent[] = []
  const waiting = new Set<() => void>()
  const emit = (event: AppEvent) => {
    events.push(event)
    for (const wake of waiting) wake()
  }
  const fail = (error: unknown) => {
    throw error
  }
  let services: Record<'query' | 'command', Service> | undefined
  const open = () => {
    const command = writerService(options, emit, fail)
    services = { command, query: readerService(options, emit, fail) }
  }
  open()
  const files: Record<string, GrantedPath> = {}

  const call = new Proxy({} as Client<Contract>, {
    get: (_, method: keyof Contract) => async (input: unknown) => {
      const def = contract[method]
      const service = services?.[def.kind as 'query' | 'command']
      if (!service) throw new Error(`The catalog is closed, or ${method} is not its own.`)
      return def.output.parse(await service.call(method, def.input.parse(input), files))
    },
  })

  const catalog: TempCatalog = {
    folder,
    file: options.catalogFile,
    events,
    call,
    jobDone: (jobId) =>
      new Promise((resolve) => {
        const look = () => {
          const event = events.findLast((each) => each.type === 'job' && each.job.jobId === jobId)
          if (event?.type !== 'job' || event.job.state === 'running') return
          waiting.delete(look)
          resolve(event.job)
        }
        waiting.add(look)
        look()
      }),
    cancel: (jobId) => services?.command.cancel(jobId),
    writer() {
      if (!services) throw new Error('The catalog is closed.')
      return services.command.db
    },
    async importText(text, { name = 'sites.csv', dryRun = false, format } = {}) {
      const grant = catalog.grantFile(name, text)
      const { jobId } = await call['imports.start']({ grant, dryRun, ...(format === undefined ? {} : { format }) })
      return catalog.jobDone(jobId)
    },
    grantFile(name, bytes) {
      const file = path.join(folder, crypto.randomUUID())
      writeFileSync(file, bytes)
      const grant = crypto.randomUUID()
      files[grant] = { path: file, name }
      return grant
    },
    async report(text, importOptions) {
      const job = await catalog.importText(text, importOptions)
      if (job.result?.type !== 'import') throw new Error(job.error?.message ?? 'The import has no report.')
      return job.result
    },
    async reopen() {
      await catalog.close()
      open()
    },
    async close() {
      await services?.query.close()
      await services?.command.close()
      services = undefined
    },
  }
  onTestFinished(() => catalog.close())
  return catalog
}

/** A second look at a catalog's tables, for what no method tells. */
export function peek<T>(catalog: { readonly file: string }, sql: string, ...parameters: unknown[]): T[] {
  const db = openReader(catalog.file)
  try {
    return db.prepare(sql).all(...parameters) as T[]
  } finally {
    db.close()
  }
}

/** What all tables of a catalog hold, to tell whether anything was changed. */
export function contentOf(catalog: { readonly file: string }): Record<string, unknown[]> {
  const tables = peek<{ name: string }>(
    catalog,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  )
  return Object.fromEntries(tables.map(({ name }) => [name, peek(catalog, `SELECT * FROM "${name}"`)]))
}
