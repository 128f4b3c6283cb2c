import type { ServerResponse } from 'node:http'
import { appEvent } from '../../shared/contract/events.ts'
import { SECURITY_HEADERS } from '../host/security-headers.ts'
import { Refusal } from './replies.ts'

const MOST_STREAMS = 16
const MOST_BUFFERED_BYTES = 1_000_000

/** The pages that listen: each gets every event as a line of JSON, and an empty line now and then as a sign of life. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>()
  readonly #timer: NodeJS.Timeout

  constructor(keepAliveMs: number) {
    this.#timer = setInterval(() => this.#write('\n'), keepAliveMs)
    this.#timer.unref()
  }

  get count(): number {
    return this.#open.size
  }

  /** Turns a response into a stream that lasts until the page goes or reads too slowly. @throws Refusal 503 when too many are open. */
  add(response: ServerResponse): void {
    if (this.#open.size >= MOST_STREAMS)
      throw new Refusal(503, 'busy', 'Switchyard is open in too many windows; close one of them and try again.')
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'cache-control': 'no-store',
      'content-type': 'application/x-ndjson',
    })
    response.write('\n')
    this.#open.add(response)
    response.on('close', () => this.#open.delete(response))
    response.on('error', () => this.#open.delete(response))
  }

  /** Sends an event to every page; one that the contract does not know is dropped. */
  send(event: unknown): void {
    const known = appEvent.safeParse(event)
    if (known.success) this.#write(`${JSON.stringify(known.data)}\n`)
  }

  close(): void {
    clearInterval(this.#timer)
    for (const response of this.#open) response.end()
    this.#open.clear()
  }

  #write(line: string): void {
    for (const response of this.#open) {
      // The page asks for everything anew when it reconnects, so nothing is lost by cutting off one that sleeps.
      if (response.writableLength + line.length > MOST_BUFFERED_BYTES) response.destroy()
      else response.write(line)
    }
  }
}
