import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { contentType } from './content-type.ts'
import { resolveInside } from './resolve-inside.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

export { resolveInside, SECURITY_HEADERS }

export interface StaticRequest {
  readonly method: string
  /** The path as it came over the wire: encoded, without query and fragment. */
  readonly urlPath: string
  /** The Range header; the basemap is read in pieces. */
  readonly range?: string | undefined
  readonly ifNoneMatch?: string | undefined
}

export interface StaticResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null where there is nothing to send: HEAD and 304. */
  readonly body: Uint8Array<ArrayBuffer> | null
}

// Vite writes name-HASH.ext into assets/; such a name never comes to mean other content.
const HASHED_ASSET = /^\/assets\/.*-[\w-]{8,}\.\w+$/

/**
 * Answers a request for a file of the built page. `mounts` puts folders that lie elsewhere (the packaged basemap)
 * under a path prefix such as `/basemap`.
 */
export async function serveStatic(
  folder: string,
  request: StaticRequest,
  mounts: Readonly<Record<string, string>> = {},
): Promise<StaticResponse> {
  const { method } = request
  if (method !== 'GET' && method !== 'HEAD')
    return plain(405, 'Only GET and HEAD are answered here.', method, { allow: 'GET, HEAD' })
  const urlPath = request.urlPath === '/' ? '/index.html' : request.urlPath
  const prefix = Object.keys(mounts).find((each) => urlPath.startsWith(`${each}/`))
  const file =
    prefix === undefined
      ? await resolveInside(folder, urlPath)
      : await resolveInside(mounts[prefix] as string, urlPath.slice(prefix.length))
  const info = file === null ? null : await stat(file).catch(() => null)
  if (file === null || !info?.isFile()) return plain(404, 'There is no such page.', method)

  const tag = `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"`
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': contentType(path.basename(file)),
    'cache-control': HASHED_ASSET.test(urlPath) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'accept-ranges': 'bytes',
    etag: tag,
  }
  if (request.ifNoneMatch === tag) return { status: 304, headers, body: null }

  const range = parseRange(request.range, info.size)
  if (range === 'unsatisfiable')
    return plain(416, 'The file ends before that range.', method, { 'content-range': `bytes */${info.size}` })
  const { start, end } = range ?? { start: 0, end: info.size }
  const sized = {
    ...headers,
    'content-length': String(end - start),
    ...(range && { 'content-range': `bytes ${start}-${end - 1}/${info.size}` }),
  }
  const status = range ? 206 : 200
  if (method === 'HEAD') return { status, headers: sized, body: null }
  return { status, headers: sized, body: await readPiece(file, start, end) }
}

async function readPiece(file: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const piece = new Uint8Array(end - start)
  const handle = await open(file)
  try {
    let filled = 0
    while (filled < piece.length) {
      const { bytesRead } = await handle.read(piece, filled, piece.length - filled, start + filled)
      if (bytesRead === 0) throw new Error('A file of the page became shorter while it was read.')
      filled += bytesRead
    }
    return piece
  } finally {
    await handle.close()
  }
}

/** One range of bytes; undefined where the header names none that we serve, which the standard answers in full. */
function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (!match) return undefined
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1)
  if (from !== '' && to !== '' && Number(to) < start) return undefined
  return start < end ? { start, end } : 'unsatisfiable'
}

function plain(status: number, text: string, method: string, more: Record<string, string> = {}): StaticResponse {
  const body = new TextEncoder().encode(`${text}\n`)
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
    ...more,
  }
  return { status, headers, body: method === 'HEAD' ? null : body }
}
