import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { FileGrants } from '../../electron/host/file-grants.ts'
import { openLog } from '../../electron/host/log.ts'
import { SettingsFile } from '../../electron/host/settings.ts'
import { TileHost } from '../../electron/host/tiles/tile-host.ts'
import { type HttpHost, type HttpHostOptions, startHttpHost } from '../../electron/http/server.ts'
import { MemoryCore } from './memory-core.ts'
import { tempFolder } from './temp-folder.ts'

export interface TestHost extends HttpHost {
  readonly port: number
  readonly folder: string
  readonly pageFolder: string
  readonly core: MemoryCore
  readonly grants: FileGrants
  readonly logFile: string
}

export interface TestHostOptions extends Partial<Pick<HttpHostOptions, 'limits' | 'now' | 'port' | 'rendererFolder'>> {
  readonly uploadLimitBytes?: number
  readonly siteName?: string
}

/** A loopback host over a catalog in memory and a small page of its own, stopped when the test is finished. */
export async function startTestHost({
  uploadLimitBytes,
  siteName,
  ...options
}: TestHostOptions = {}): Promise<TestHost> {
  const folder = tempFolder()
  const pageFolder = options.rendererFolder ?? path.join(folder, 'page')
  mkdirSync(path.join(pageFolder, 'assets'), { recursive: true })
  if (!options.rendererFolder) {
    writeFileSync(path.join(pageFolder, 'index.html'), '<!doctype html><title>Switchyard</title>')
    writeFileSync(path.join(pageFolder, 'assets', 'main-a1b2c3d4.js'), 'export {}')
  }
  writeFileSync(path.join(folder, 'secret.txt'), 'SECRET')
  const log = openLog(folder)
  const grants = new FileGrants(path.join(folder, 'temporary'), uploadLimitBytes)
  const core = new MemoryCore(grants.outputFolder, siteName)
  const tiles = new TileHost({
    ...{ dataFolder: folder, grants, core, version: '0.0.0', basemapFolder: folder },
    onLog: (text) => log.error(text),
  })
  const host = await startHttpHost({
    port: 0,
    ...options,
    core,
    grants,
    tiles,
    log,
    settings: new SettingsFile(folder, log),
    author: 'jane',
    version: '0.0.0',
    catalogLocation: path.join(folder, 'catalog.sqlite'),
    rendererFolder: pageFolder,
  })
  onTestFinished(async () => {
    await host.close()
    await tiles.close()
    await grants.close()
  })
  const port = Number(new URL(host.url).port)
  return { ...host, port, folder, pageFolder, core, grants, logFile: path.join(folder, 'switchyard.log') }
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly text: string
}

/** One POST as our own page sends it; `headers` replaces single headers, undefined leaves one out. */
export function post(
  host: { url: string; port: number },
  urlPath: string,
  body: unknown,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<Reply> {
  const bytes =
    Buffer.isBuffer(body) || typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body))
  const own = { origin: host.url, 'content-type': 'application/json', 'content-length': String(bytes.length) }
  return send(host, 'POST', urlPath, { ...own, ...headers }, bytes)
}

export function send(
  host: { port: number },
  method: string,
  urlPath: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  body: Buffer = Buffer.alloc(0),
): Promise<Reply> {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, method, path: urlPath, headers: given, agent: false },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('error', reject)
        response.on('end', () => {
          const all = Buffer.concat(pieces)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: all,
            text: all.toString('utf8'),
          })
        })
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** Opens a session the way the page does. */
export async function openSession(host: TestHost, launchUrl: string = host.newLaunchUrl()): Promise<string> {
  const reply = await post(host, '/api/session', { launch: launchTokenOf(launchUrl) })
  return (JSON.parse(reply.text) as { bearer: string }).bearer
}

export function launchTokenOf(launchUrl: string): string {
  return new URL(launchUrl).hash.replace('#launch=', '')
}

/** Headers of a page with a session. */
export function withBearer(bearer: string): { authorization: string } {
  return { authorization: `Bearer ${bearer}` }
}

/** What comes back over a bare socket until the host closes it or `forMs` of silence have gone by. */
export function rawExchange(port: number, text: string, forMs = 1_500): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setTimeout(forMs)
    socket.on('data', (piece) => {
      received += piece.toString('latin1')
    })
    socket.on('timeout', () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(received))
  })
}

/** The status of a raw answer, 0 where the connection was closed without one. */
export function statusOf(raw: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(raw)?.[1] ?? 0)
}
