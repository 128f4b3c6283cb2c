import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import { readError, storageError } from './db/storage-error.ts'
import type { Service } from './services/service.ts'
import { serviceOf } from './services/service-of.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'

/** Entry of a worker thread: answers the calls of its role until it is told to close. */

const port = parentPort
if (!port) throw new Error('The core worker runs in a worker thread.')
const { role, options } = workerData as WorkerStart

function post(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer)
}

function logError(error: unknown): void {
  post({ type: 'log', text: describe(error) })
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function answer(service: Service, call: Extract<ToWorker, { type: 'call' }>): Promise<void> {
  const { id, method, input, files } = call
  try {
    const value = await service.call(method, input, files)
    post({ type: 'answer', id, value }, value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [])
  } catch (thrown) {
    const error = role === 'writer' ? storageError(thrown, 'The change') : readError(thrown)
    const known = error instanceof AppError ? { code: error.code, message: error.message } : null
    post({ type: 'refusal', id, error: known, internal: known ? '' : describe(error) })
  }
}

async function start(): Promise<Service | undefined> {
  try {
    const startService = await serviceOf(role)
    return startService(options, (event: AppEvent) => post({ type: 'event', event }), logError)
  } catch (error) {
    const known = error instanceof AppError ? error : undefined
    if (!known) logError(error)
    post({
      type: 'failed',
      error: {
        code: known?.code ?? 'internal',
        message: known?.message ?? `The catalog ${options.catalogFile} could not be opened; look into the log.`,
      },
    })
    port?.close()
    return undefined
  }
}

// Not awaited at the top, which a bundle as CommonJS has no room for.
void start().then((service) => {
  if (!service) return
  port.on('message', (message: ToWorker) => {
    if (message.type === 'call') void answer(service, message)
    else if (message.type === 'cancel') service.cancel(message.jobId)
    else
      void service
        .close()
        .catch(logError)
        .finally(() => port.close())
  })
  post({ type: 'ready' })
})
