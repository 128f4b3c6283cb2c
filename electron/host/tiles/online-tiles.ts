import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import type { TileAnswer } from '../../core/tiles/tile-archives.ts'
import { MOST_TILE_BYTES, TILE_CONTENT_TYPES, TileDamage, tileContent } from '../../core/tiles/tile-content.ts'
import { isPrivateAddress } from './private-address.ts'

/** How long a server may take for a tile, all in all. */
const TIMEOUT_MS = 15_000
const MOST_AT_A_TIME = 6

export type SendRequest = (
  url: URL,
  options: RequestOptions,
  onAnswer: (answer: IncomingMessage) => void,
) => ClientRequest

export interface OnlineTilesOptions {
  /** Names the app to the server, as providers ask for. */
  readonly userAgent: string
  readonly timeoutMs?: number
  /** Sends a request; left out, over https. */
  readonly send?: SendRequest
}

/**
 * Fetches tiles from the internet for the page, which itself may talk to its own host alone. Nothing is kept, no
 * redirect is followed, no cookie is sent, and an address that leads into a private network is refused when the
 * connection is made, whatever its name said before.
 */
export class OnlineTiles {
  readonly #options: OnlineTilesOptions
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(options: OnlineTilesOptions) {
    this.#options = options
  }

  /** Never throws: a network that fails is an answer. */
  async tile(address: string, signal?: AbortSignal): Promise<TileAnswer> {
    await this.#turn()
    try {
      if (signal?.aborted) return { type: 'absent' }
      const { status, bytes } = await this.#fetch(new URL(address), signal)
      if (status === 204 || status === 404) return { type: 'absent' }
      if (status !== 200) return gone(`answered with status ${status}`, address)
      if (bytes.byteLength === 0) return { type: 'absent' }
      const { type, bytes: content } = tileContent(bytes)
      return { type: 'tile', contentType: TILE_CONTENT_TYPES[type], bytes: content }
    } catch (error) {
      if (error instanceof TileDamage)
        return { type: 'broken', message: `A tile of ${hostOf(address)} ${error.message}.` }
      return gone(error instanceof NetworkRefusal ? error.message : 'could not be reached', address)
    } finally {
      this.#running -= 1
      this.#waiting.shift()?.()
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= MOST_AT_A_TIME) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running += 1
  }

  #fetch(url: URL, signal: AbortSignal | undefined): Promise<{ status: number; bytes: Uint8Array }> {
    const { userAgent, timeoutMs = TIMEOUT_MS, send = httpsRequest } = this.#options
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; bytes: Uint8Array }>()
    const deadline = AbortSignal.timeout(timeoutMs)
    const request = send(
      url,
      {
        method: 'GET',
        headers: { 'user-agent': userAgent, accept: 'image/*, application/vnd.mapbox-vector-tile, */*;q=0.1' },
        lookup: publicLookup as NonNullable<RequestOptions['lookup']>,
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      },
      (answer) => {
        const pieces: Uint8Array[] = []
        let size = 0
        answer.on('data', (piece: Uint8Array) => {
          size += piece.byteLength
          if (size > MOST_TILE_BYTES) request.destroy(new TileDamage('is larger than 8 MB'))
          else pieces.push(piece)
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, bytes: new Uint8Array(Buffer.concat(pieces)) }),
        )
        answer.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end()
    return promise
  }
}

class NetworkRefusal extends Error {}

type LookupAnswer = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** As dns.lookup, but a name that leads to a private address is not answered. */
export function publicLookup(hostname: string, options: LookupOptions, answer: LookupAnswer): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const found = addresses as LookupAddress[] | undefined
    const first = found?.[0]
    if (error || !found || !first) return answer(error ?? new Error('The name has no address.'), '')
    if (found.some(({ address }) => isPrivateAddress(address)))
      return answer(new NetworkRefusal('leads into a private network'), '')
    if (options.all) answer(null, found)
    else answer(null, first.address, first.family)
  })
}

function gone(what: string, address: string): TileAnswer {
  return { type: 'gone', message: `${hostOf(address)} ${what}; hide the layer, or try again with a network.` }
}

function hostOf(address: string): string {
  return URL.parse(address)?.hostname ?? 'The server'
}
