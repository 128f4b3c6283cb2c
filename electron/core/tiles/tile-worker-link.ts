import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/contract/errors.ts'
import type { FromTileWorker, TileTask, TileTaskResults, ToTileWorker } from './tile-worker-messages.ts'

/** A task that takes longer is given up: a file may be built so that reading it never ends. */
const PATIENCE_MS = 20_000
/** Testing an archive decodes some hundred tiles. */
const TEST_PATIENCE_MS = 120_000
const WORKER_MEMORY_MB = 512

interface Pending {
  resolve(value: unknown): void
  reject(error: Error): void
  readonly timer: NodeJS.Timeout
}

/** The thread that reads tiles: started when it is first needed, and anew after it has ended or was given up. */
export class TileWorkerLink {
  readonly #onLog: (text: string) => void
  readonly #patienceMs: number
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | null = null
  #nextId = 1
  #isClosed = false

  constructor(onLog: (text: string) => void, patienceMs = PATIENCE_MS) {
    this.#onLog = onLog
    this.#patienceMs = patienceMs
  }

  /** @throws AppError with one sentence. */
  run<Task extends TileTask>(task: Task): Promise<TileTaskResults[Task['type']]> {
    if (this.#isClosed) return Promise.reject(new AppError('internal', 'Switchyard is closing; start it again.'))
    const id = this.#nextId++
    const patienceMs = task.type === 'test' ? Math.max(TEST_PATIENCE_MS, this.#patienceMs) : this.#patienceMs
    const { promise, resolve, reject } = Promise.withResolvers<TileTaskResults[Task['type']]>()
    const timer = setTimeout(() => this.#giveUp(), patienceMs).unref()
    this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject, timer })
    this.#started().postMessage({ id, task } satisfies ToTileWorker)
    return promise
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const worker = this.#worker
    this.#worker = null
    this.#failAll(new AppError('internal', 'Switchyard is closing; start it again.'))
    await worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(workerFile(), {
      name: 'switchyard-tiles',
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
    })
    worker.on('message', (answer: FromTileWorker) => this.#receive(answer))
    worker.on('error', (error) => this.#onLog(error.stack ?? String(error)))
    worker.on('exit', () => {
      if (this.#worker !== worker) return
      this.#worker = null
      this.#failAll(new AppError('internal', 'The reader of map tiles stopped before it had answered; try again.'))
    })
    this.#worker = worker
    return worker
  }

  #receive(answer: FromTileWorker): void {
    const pending = this.#pending.get(answer.id)
    if (!pending) return
    this.#pending.delete(answer.id)
    clearTimeout(pending.timer)
    if (answer.ok) pending.resolve(answer.value)
    else
      pending.reject(answer.error ? new AppError(answer.error.code, answer.error.message) : new Error(answer.internal))
  }

  #giveUp(): void {
    const worker = this.#worker
    this.#worker = null
    this.#failAll(
      new AppError('busy', 'A file of map tiles took too long to read; copy it to a disk of this computer or hide it.'),
    )
    void worker?.terminate()
  }

  #failAll(error: AppError): void {
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer)
      reject(error)
    }
    this.#pending.clear()
  }
}

/** The worker's entry: its bundle where that lies beside this code, else its source. */
function workerFile(): string {
  const bundle = path.join(import.meta.dirname, 'tile-worker.cjs')
  return existsSync(bundle) ? bundle : path.join(import.meta.dirname, 'tile-worker.ts')
}
