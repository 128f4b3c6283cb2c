import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { AppError } from '../../shared/contract/errors.ts'
import type { Core } from '../core/client.ts'
import { createDispatcher } from '../host/dispatcher.ts'
import type { FileGrants } from '../host/file-grants.ts'
import { createHostHandlers } from '../host/host-handlers.ts'
import type { Log } from '../host/log.ts'
import { rendererFolder as builtRendererFolder } from '../host/paths.ts'
import { SECURITY_HEADERS } from '../host/security-headers.ts'
import type { SettingsFile } from '../host/settings.ts'
import { serveStatic } from '../host/static-files.ts'
import type { TileHost } from '../host/tiles/tile-host.ts'
import { TILES_PATH } from '../host/tiles/tile-service.ts'
import { createApi } from './api.ts'
import { guardHost } from './api-guard.ts'
import { EventStreams } from './event-streams.ts'
import { DEFAULT_LIMITS, type HttpLimits } from './http-limits.ts'
import { Refusal, sendRefusal } from './replies.ts'
import { randomToken, Sessions } from './session.ts'
import { sendTile } from './tiles.ts'

export interface HttpHostOptions {
  readonly core: Core
  readonly settings: SettingsFile
  readonly grants: FileGrants
  /** The user's own tiles; closed by the caller. */
  readonly tiles: TileHost
  readonly log: Log
  /** 0 for any free one. */
  readonly port: number
  readonly author: string
  readonly version: string
  /** Shown to the user. */
  readonly catalogLocation: string
  /** Why this is not the desktop window, and how to get one. */
  readonly notice?: string | null
  /** The built page; default dist/renderer. */
  readonly rendererFolder?: string
  readonly limits?: Partial<HttpLimits>
  /** Milliseconds of a monotonic clock, by which launch tokens age. */
  readonly now?: () => number
}

export interface HttpHost {
  /** The page's address and origin, `http://127.0.0.1:PORT`. */
  readonly url: string
  /** The address that opens the page, good once and for 60 s from the start. */
  readonly launchUrl: string
  /** Lets another process of the same user ask for a launch address; not a session. */
  readonly controlToken: string
  /** A further launch address, for another window or after one has expired. */
  newLaunchUrl(): string
  /** Ends every connection. Core, grants and settings belong to the caller. */
  close(): Promise<void>
}

/**
 * Serves the page and the API to the user's own browser, on 127.0.0.1 alone.
 * @throws AppError busy when the port is taken.
 */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const { core, grants, log, settings, tiles } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const pageFolder = options.rendererFolder ?? builtRendererFolder()
  const sessions = new Sessions(options.now)
  const controlToken = randomToken()
  const host = createHostHandlers({
    core,
    grants,
    settings,
    tiles,
    info: {
      version: options.version,
      host: 'browser',
      catalogLocation: options.catalogLocation,
      author: options.author,
      notice: options.notice ?? null,
    },
    pickToOpen: () => Promise.reject(new AppError('forbidden', 'In the browser, choose the file in the page itself.')),
    save: () => Promise.reject(new AppError('forbidden', 'In the browser, documents are downloaded, not saved.')),
  })
  const dispatch = createDispatcher({ core, host, grants, log })
  const streams = new EventStreams(limits.keepAliveMs)
  const unsubscribe = core.onEvent((event) => streams.send(event))

  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(5_000, limits.headersTimeoutMs),
    keepAliveTimeout: 30_000,
  })
  server.maxConnections = 128
  const port = await listen(server, options.port)
  const authority = `127.0.0.1:${port}`
  const url = `http://${authority}`
  const newLaunchUrl = () => `${url}/#launch=${sessions.mintLaunchToken()}`
  const api = createApi({ url, sessions, controlToken, dispatch, streams, grants, limits, newLaunchUrl })

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      guardHost(request, authority)
      const urlPath = (request.url ?? '').split('?', 1)[0] ?? ''
      if (!urlPath.startsWith('/')) throw new Refusal(400, 'bad_input', 'The address of the request is not a path.')
      if (urlPath === '/api' || urlPath.startsWith('/api/')) await api(request, response, urlPath)
      else if (urlPath.startsWith(TILES_PATH)) await sendTile(request, response, { url, urlPath, sessions, tiles })
      else await sendStatic(request, response, urlPath, pageFolder)
    } catch (error) {
      if (!(error instanceof Refusal)) log.error('A request was not answered.', error)
      if (response.headersSent) response.destroy()
      else
        sendRefusal(
          response,
          error instanceof Refusal ? error : new Refusal(500, 'internal', 'An internal error stopped this request.'),
        )
    }
  }
  server.on('request', answer)
  server.on('checkContinue', answer)
  server.on('checkExpectation', (_request, response: ServerResponse) =>
    sendRefusal(response, new Refusal(417, 'bad_input', 'This expectation cannot be met.')),
  )
  server.on('clientError', answerUnreadable)

  return {
    url,
    launchUrl: newLaunchUrl(),
    controlToken,
    newLaunchUrl,
    close: async () => {
      unsubscribe()
      streams.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new AppError(
              'busy',
              `Port ${port} cannot be used by Switchyard; choose another with --port, or leave it out.`,
            )
          : error,
      ),
    )
    // A name such as localhost may mean ::1 or whatever a hosts file says.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function sendStatic(request: IncomingMessage, response: ServerResponse, urlPath: string, folder: string) {
  const { status, headers, body } = await serveStatic(folder, {
    method: request.method ?? '',
    urlPath,
    range: request.headers.range,
    ifNoneMatch: request.headers['if-none-match'],
  })
  response.writeHead(status, status === 405 ? { ...headers, connection: 'close' } : headers)
  response.end(body ?? undefined)
}

/** What could not even be parsed is answered with a bare status and no word on why. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  const headers = Object.entries({ ...SECURITY_HEADERS, connection: 'close', 'content-length': '0' })
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
}
