import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/contract/errors.ts'
import type { JobSnapshot } from '../../shared/contract/jobs.ts'
import { storageError } from './db/storage-error.ts'

/** Most progress events a second of one job, so that no window drowns in them. */
const EVENT_PERIOD_MS = 100

/** What a running job may say and ask. */
export interface Job {
  progress(done: number, total: number | null): void
  isCancelled(): boolean
  /** @throws AppError 'cancelled' */
  throwIfCancelled(): void
}

export interface JobStart<Result> {
  readonly label: string
  readonly unit: string
  run(job: Job): Promise<Result>
}

type JobResult = JobSnapshot['result']

/** The jobs of one worker: they run one after the other, in the order of their start. */
export class Jobs {
  readonly #emit: (job: JobSnapshot) => void
  readonly #log: (error: unknown) => void
  readonly #cancelled = new Set<string>()
  readonly #running = new Set<string>()
  #last: Promise<void> = Promise.resolve()

  constructor(emit: (job: JobSnapshot) => void, log: (error: unknown) => void) {
    this.#emit = emit
    this.#log = log
  }

  start(start: JobStart<JobResult>): { jobId: string } {
    const jobId = randomUUID()
    this.#running.add(jobId)
    const snapshot: JobSnapshot = {
      jobId,
      label: start.label,
      state: 'running',
      done: 0,
      total: null,
      unit: start.unit,
      error: null,
      result: null,
    }
    this.#emit(snapshot)
    this.#last = this.#last.then(() => this.#run(start, snapshot))
    return { jobId }
  }

  cancel(jobId: string): void {
    if (this.#running.has(jobId)) this.#cancelled.add(jobId)
  }

  /** Cancels all jobs and waits until the last one has let go. */
  async stop(): Promise<void> {
    for (const jobId of this.#running) this.#cancelled.add(jobId)
    await this.#last
  }

  async #run(start: JobStart<JobResult>, first: JobSnapshot): Promise<void> {
    const { jobId } = first
    let snapshot = first
    let emittedAt = performance.now()
    const job: Job = {
      progress: (done, total) => {
        snapshot = { ...snapshot, done, total }
        if (performance.now() - emittedAt < EVENT_PERIOD_MS) return
        emittedAt = performance.now()
        this.#emit(snapshot)
      },
      isCancelled: () => this.#cancelled.has(jobId),
      throwIfCancelled: () => {
        if (this.#cancelled.has(jobId)) throw cancelled(start.label)
      },
    }
    try {
      job.throwIfCancelled()
      const result = await start.run(job)
      this.#emit({ ...snapshot, state: 'done', done: snapshot.total ?? snapshot.done, result })
    } catch (error) {
      this.#emit({ ...snapshot, ...this.#failure(error, start.label) })
    } finally {
      this.#running.delete(jobId)
      this.#cancelled.delete(jobId)
    }
  }

  #failure(thrown: unknown, label: string): Pick<JobSnapshot, 'state' | 'error'> {
    const error = storageError(thrown, `"${label}"`)
    if (!(error instanceof AppError)) {
      this.#log(error)
      const message = `"${label}" stopped because of an error inside Switchyard; the catalog is as it was before.`
      return { state: 'failed', error: { code: 'internal', message } }
    }
    return {
      state: error.code === 'cancelled' ? 'cancelled' : 'failed',
      error: { code: error.code, message: error.message },
    }
  }
}

function cancelled(label: string): AppError {
  return new AppError('cancelled', `"${label}" was cancelled; the catalog is as it was before.`)
}
