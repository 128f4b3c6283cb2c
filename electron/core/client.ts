import { contract, type Method } from '../../shared/contract/contract.ts'
import type { MethodKind } from '../../shared/contract/define.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { JobSnapshot } from '../../shared/contract/jobs.ts'
import type { CoreOptions, GrantedPath } from './core-options.ts'
import { JobBoard } from './job-board.ts'
import { WorkerLink } from './worker-link.ts'
import type { WorkerRole } from './worker-messages.ts'

export type { CoreOptions, GrantedPath } from './core-options.ts'

/** The catalog and all that is done with it, as a host sees it. */
export interface Core {
  /**
   * Runs a method of the kinds query, command or document on parsed input; `files` holds the file of every grant in it.
   * @throws AppError with a sentence for the user; any other error is for the log.
   */
  call(method: Method, input: unknown, files?: Readonly<Record<string, GrantedPath>>): Promise<unknown>
  job(jobId: string): JobSnapshot | undefined
  cancelJob(jobId: string): void
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: AppEvent) => void): () => void
  /** Cancels running jobs and closes the catalog, the writer last. */
  close(): Promise<void>
}

const ROLE_OF_KIND: Readonly<Record<Exclude<MethodKind, 'host'>, WorkerRole>> = {
  query: 'reader',
  command: 'writer',
  document: 'document',
}

/** A role's thread is started again this often after it has crashed. */
const MOST_RESTARTS = 1

/**
 * Opens a catalog, making it where there is none: first in the writer, which takes the lock and migrates, then in
 * the reader. Documents get a thread of their own when the first one is asked for.
 * @param onThread hears of each thread that is started.
 * @param onLog takes what a thread says of an unexpected error, for the host's log; left out, standard error.
 * @throws AppError 'catalog_unusable', 'busy' or 'disk'.
 */
export async function startCore(
  options: CoreOptions,
  onThread?: (link: WorkerLink, role: WorkerRole) => void,
  onLog: (text: string) => void = (text) => console.error(text),
): Promise<Core> {
  const core = new WorkerCore(options, onThread, onLog)
  try {
    await core.link('writer')
    await core.link('reader')
  } catch (error) {
    await core.close()
    throw error
  }
  return core
}

class WorkerCore implements Core {
  readonly #options: CoreOptions
  readonly #onThread: ((link: WorkerLink, role: WorkerRole) => void) | undefined
  readonly #onLog: (text: string) => void
  readonly #links = new Map<WorkerRole, Promise<WorkerLink>>()
  readonly #crashes = new Map<WorkerRole, number>()
  readonly #listeners = new Set<(event: AppEvent) => void>()
  readonly #jobs = new JobBoard()
  #closing: Promise<void> | undefined

  constructor(
    options: CoreOptions,
    onThread: ((link: WorkerLink, role: WorkerRole) => void) | undefined,
    onLog: (text: string) => void,
  ) {
    this.#options = options
    this.#onThread = onThread
    this.#onLog = onLog
  }

  async call(method: Method, input: unknown, files: Readonly<Record<string, GrantedPath>> = {}): Promise<unknown> {
    const { kind } = contract[method]
    if (kind === 'host') throw new Error(`${method} is answered by the host.`)
    const link = await this.link(ROLE_OF_KIND[kind])
    return link.call(method, input, files)
  }

  job(jobId: string): JobSnapshot | undefined {
    return this.#jobs.get(jobId)
  }

  cancelJob(jobId: string): void {
    const role = this.#jobs.roleOf(jobId)
    if (role)
      void this.#links
        .get(role)
        ?.then((link) => link.cancel(jobId))
        .catch(() => {})
  }

  onEvent(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  /** The thread of a role, started where it is not running. */
  link(role: WorkerRole): Promise<WorkerLink> {
    if (this.#closing) return Promise.reject(new AppError('internal', 'Switchyard is closing; start it again.'))
    let link = this.#links.get(role)
    if (!link) {
      link = this.#startThread(role)
      link.catch(() => {})
      this.#links.set(role, link)
    }
    return link
  }

  async #startThread(role: WorkerRole): Promise<WorkerLink> {
    if ((this.#crashes.get(role) ?? 0) > MOST_RESTARTS)
      throw new AppError('internal', 'A part of Switchyard stopped several times; restart Switchyard.')
    const link = new WorkerLink({
      start: { role, options: this.#options },
      onEvent: (event) => this.#emit(event, role),
      onLog: (text) => this.#onLog(`${role}: ${text}`),
      onCrash: () => this.#crashed(role),
    })
    this.#onThread?.(link, role)
    await link.ready()
    return link
  }

  #crashed(role: WorkerRole): void {
    this.#crashes.set(role, (this.#crashes.get(role) ?? 0) + 1)
    this.#links.delete(role)
    for (const job of this.#jobs.failAll(role)) this.#emit({ type: 'job', job }, role)
    if (!this.#closing && role !== 'document') void this.link(role).catch(() => {})
  }

  #emit(event: AppEvent, role: WorkerRole): void {
    if (event.type === 'job') this.#jobs.put(event.job, role)
    for (const listener of this.#listeners) listener(event)
  }

  async #close(): Promise<void> {
    // The writer closes last: its checkpoint empties the log only when no reader holds it.
    for (const role of ['document', 'reader', 'writer'] as const) {
      const link = await this.#links.get(role)?.catch(() => undefined)
      await link?.close()
    }
    this.#listeners.clear()
  }
}
