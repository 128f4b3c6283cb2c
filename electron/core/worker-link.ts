import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { GrantedPath } from './core-options.ts'
import { workerFile } from './worker-file.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

export interface WorkerLinkOptions {
  readonly start: WorkerStart
  onEvent(event: AppEvent): void
  onLog(text: string): void
  /** Called once when the thread is gone without having been told to close. */
  onCrash(): void
}

interface Pending {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** One worker thread and the calls it has not answered yet. */
export class WorkerLink {
  readonly thread: Worker
  readonly #options: WorkerLinkOptions
  readonly #pending = new Map<number, Pending>()
  readonly #ready = Promise.withResolvers<void>()
  readonly #gone = Promise.withResolvers<void>()
  #nextId = 1
  #state: 'starting' | 'running' | 'closing' | 'gone' = 'starting'

  constructor(options: WorkerLinkOptions) {
    this.#options = options
    this.thread = new Worker(workerFile(), { workerData: options.start, name: `switchyard-${options.start.role}` })
    this.thread.on('message', (message: FromWorker) => this.#receive(message))
    this.thread.on('error', (error) => options.onLog(error.stack ?? String(error)))
    this.thread.on('exit', () => this.#exited())
  }

  /** @throws AppError with the worker's reason when it could not open the catalog. */
  ready(): Promise<void> {
    return this.#ready.promise
  }

  call(method: string, input: unknown, files: Readonly<Record<string, GrantedPath>>): Promise<unknown> {
    if (this.#state === 'closing' || this.#state === 'gone') return Promise.reject(stopped())
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      this.#send({ type: 'call', id, method, input, files })
    })
  }

  cancel(jobId: string): void {
    if (this.#state === 'running') this.#send({ type: 'cancel', jobId })
  }

  /** Lets the worker finish what it does, close the catalog and end. */
  async close(): Promise<void> {
    if (this.#state === 'running') {
      this.#state = 'closing'
      this.#send({ type: 'close' })
    }
    await this.#gone.promise
  }

  #send(message: ToWorker): void {
    this.thread.postMessage(message)
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        this.#state = 'running'
        this.#ready.resolve()
        break
      case 'failed':
        this.#state = 'closing'
        this.#ready.reject(new AppError(message.error.code, message.error.message))
        break
      case 'answer':
        this.#take(message.id)?.resolve(message.value)
        break
      case 'refusal': {
        const { error, internal } = message
        this.#take(message.id)?.reject(error ? new AppError(error.code, error.message) : new Error(internal))
        break
      }
      case 'event':
        this.#options.onEvent(message.event)
        break
      case 'log':
        this.#options.onLog(message.text)
        break
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    return pending
  }

  #exited(): void {
    const crashed = this.#state !== 'closing'
    const wasStarting = this.#state === 'starting'
    this.#state = 'gone'
    for (const pending of this.#pending.values()) pending.reject(stopped())
    this.#pending.clear()
    if (wasStarting)
      this.#ready.reject(new AppError('internal', 'A part of Switchyard could not be started; restart Switchyard.'))
    this.#gone.resolve()
    if (crashed && !wasStarting) this.#options.onCrash()
  }
}

function stopped(): AppError {
  return new AppError('internal', 'A part of Switchyard stopped before it had answered; try again.')
}
