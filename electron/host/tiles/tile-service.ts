import { DEEPEST_TILE_ZOOM } from '../../../shared/contract/tiles.ts'
import { SECURITY_HEADERS } from '../security-headers.ts'
import type { TileHost } from './tile-host.ts'

/** Where tiles are answered, on both hosts. */
export const TILES_PATH = '/tiles/'

/**
 * Answers `/tiles/{id}/{z}/{x}/{y}` and `/tiles/{id}/info`: 200 with a tile, 204 where there is none, 400 for an
 * address outside of the map, 404 for an unknown source, 410 where the file or the network is gone and 422 for a
 * damaged tile, the last two with one sentence. Nothing of it is to be kept by the page's cache, since the file
 * behind an address may change.
 */
export async function serveTile(tiles: TileHost, request: Request): Promise<Response> {
  if (request.method !== 'GET') return sentence(405, 'Only GET is answered here.', { allow: 'GET' })
  const parts = (URL.parse(request.url)?.pathname ?? '').slice(TILES_PATH.length).split('/')
  const [id = '', ...rest] = parts
  if (!tiles.has(id)) return sentence(404, 'There are no such tiles.')
  if (rest.length === 1 && rest[0] === 'info')
    return answer(200, 'application/json', JSON.stringify(await tiles.get(id)))
  const address = tileAddress(rest)
  if (!address) return sentence(400, 'There is no such tile on the map.')
  const found = await tiles.tile(id, address, request.signal)
  switch (found?.type) {
    case 'tile':
      return answer(200, found.contentType, found.bytes as Uint8Array<ArrayBuffer>)
    case 'absent':
      return new Response(null, { status: 204, headers: { ...SECURITY_HEADERS, 'cache-control': 'no-store' } })
    case 'broken':
      return sentence(422, found.message)
    case 'gone':
      return sentence(410, found.message)
    case undefined:
      return sentence(404, 'There are no such tiles.')
  }
}

function tileAddress(parts: readonly string[]): { z: number; x: number; y: number } | null {
  if (parts.length !== 3 || !parts.every((part) => /^(0|[1-9]\d{0,8})$/.test(part))) return null
  const [z = 0, x = 0, y = 0] = parts.map(Number)
  return z <= DEEPEST_TILE_ZOOM && x < 2 ** z && y < 2 ** z ? { z, x, y } : null
}

function sentence(status: number, text: string, more: Readonly<Record<string, string>> = {}): Response {
  return answer(status, 'text/plain; charset=utf-8', `${text}\n`, more)
}

function answer(
  status: number,
  contentType: string,
  body: string | Uint8Array<ArrayBuffer>,
  more: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    status,
    headers: { ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': contentType, ...more },
  })
}
