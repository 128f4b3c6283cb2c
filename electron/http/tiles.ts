import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TileHost } from '../host/tiles/tile-host.ts'
import { serveTile } from '../host/tiles/tile-service.ts'
import { guardSession } from './api-guard.ts'
import { Refusal } from './replies.ts'
import type { Sessions } from './session.ts'

export interface TileRequest {
  /** Our origin. */
  readonly url: string
  readonly urlPath: string
  readonly sessions: Sessions
  readonly tiles: TileHost
}

/** Answers a request for a tile, to pages that hold a session alone: which places somebody looks at is theirs to know. */
export async function sendTile(request: IncomingMessage, response: ServerResponse, asked: TileRequest): Promise<void> {
  const { url, urlPath, sessions, tiles } = asked
  const site = request.headersDistinct['sec-fetch-site']
  if (site !== undefined && (site.length !== 1 || site[0] !== 'same-origin'))
    throw new Refusal(403, 'forbidden', "Only Switchyard's own page may ask this.")
  guardSession(request, sessions)
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const method = request.method ?? 'GET'
  const answer = await serveTile(tiles, new Request(new URL(urlPath, url), { method, signal: gone.signal }))
  if (gone.signal.aborted) return
  const bytes = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    ...(answer.status === 204 ? {} : { 'content-length': bytes.byteLength }),
  })
  response.end(bytes.byteLength > 0 ? bytes : undefined)
}
