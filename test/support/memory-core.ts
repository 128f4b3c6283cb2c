import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '../../electron/core/client.ts'
import { packColumns } from '../../shared/columns/pack-columns.ts'
import { CATEGORY_COLUMNS, NUMBER_COLUMNS, type SiteColumns } from '../../shared/columns/site-columns.ts'
import { catalogSummary } from '../../shared/contract/catalog.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import { type JobSnapshot, jobSnapshot } from '../../shared/contract/jobs.ts'

/**
 * A catalog of one site that is kept in memory, for tests of the way to it: it answers with values of the contract,
 * really reads the file it is granted and really writes the document it is asked for.
 */
export class MemoryCore implements Core {
  readonly calls: { method: string; input: unknown }[] = []
  readonly #listeners = new Set<(event: AppEvent) => void>()
  readonly #jobs = new Map<string, JobSnapshot>()
  readonly #outputFolder: string
  siteName: string
  /** Bytes of the import read last. */
  lastImport: Buffer | null = null

  constructor(outputFolder: string, siteName = 'Rockdale') {
    this.#outputFolder = outputFolder
    this.siteName = siteName
  }

  get listenerCount(): number {
    return this.#listeners.size
  }

  async call(
    method: string,
    input: unknown,
    files: Readonly<Record<string, { path: string; name: string }>> = {},
  ): Promise<unknown> {
    this.calls.push({ method, input })
    switch (method) {
      case 'catalog.summary':
        return catalogSummary.parse({
          catalogId: randomUUID(),
          revision: 1,
          schemaVersion: 10,
          siteCount: 1,
          noteCount: 0,
          conflictCount: 0,
          dataSets: [],
        })
      case 'sites.columns':
        return packColumns(this.#columns())
      case 'layers.list':
        return []
      case 'sites.search':
        return ['site-1']
      case 'sites.get':
        throw new AppError('not_found', 'There is no such site in this catalog; choose one from the list.')
      case 'sites.within':
        throw new Error(`disk I/O error at '/home/jane/private/catalog.sqlite'`)
      case 'history.state':
        return { undoLabel: 7 }
      case 'imports.start':
        return this.#import(Object.values(files)[0])
      case 'exports.start':
        return this.#export()
      default:
        throw new Error(`The catalog in memory has no ${method}.`)
    }
  }

  job(jobId: string): JobSnapshot | undefined {
    return this.#jobs.get(jobId)
  }

  cancelJob(jobId: string): void {
    const job = this.#jobs.get(jobId)
    if (job) this.#tell({ ...job, state: 'cancelled' })
  }

  onEvent(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit(event: AppEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  async #import(file: { path: string; name: string } | undefined): Promise<{ jobId: string }> {
    if (!file) throw new AppError('not_found', 'No file was handed over; choose it again.')
    this.lastImport = await readFile(file.path)
    const jobId = randomUUID()
    this.#tell(this.#snapshot(jobId, `Import ${file.name}`, null))
    return { jobId }
  }

  async #export(): Promise<{ jobId: string }> {
    const jobId = randomUUID()
    const grant = randomUUID()
    const text = `site_id,name\nsite-1,${this.siteName}\n`
    await writeFile(path.join(this.#outputFolder, grant), text)
    const result = { type: 'file' as const, grant, name: 'Sites "Größe" 2026.csv', size: Buffer.byteLength(text) }
    setImmediate(() => this.#tell(this.#snapshot(jobId, 'Export', result)))
    return { jobId }
  }

  #snapshot(jobId: string, label: string, result: JobSnapshot['result']): JobSnapshot {
    const state = result === null ? 'running' : 'done'
    return jobSnapshot.parse({ jobId, label, state, done: 1, total: 1, unit: 'rows', error: null, result })
  }

  #tell(job: JobSnapshot): void {
    this.#jobs.set(job.jobId, job)
    this.emit({ type: 'job', job })
  }

  #columns(): SiteColumns {
    return {
      revision: 1,
      count: 1,
      ids: ['site-1'],
      names: [this.siteName],
      numbers: Object.fromEntries(
        NUMBER_COLUMNS.map((column) => [column, Float64Array.of(1)]),
      ) as unknown as SiteColumns['numbers'],
      categories: Object.fromEntries(
        CATEGORY_COLUMNS.map((column) => [column, { labels: [''], codes: new Uint16Array(1) }]),
      ) as unknown as SiteColumns['categories'],
    }
  }
}
