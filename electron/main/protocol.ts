import { protocol } from 'electron'
import { SECURITY_HEADERS, serveStatic } from '../host/static-files.ts'
import type { TileHost } from '../host/tiles/tile-host.ts'
import { serveTile, TILES_PATH } from '../host/tiles/tile-service.ts'
import { APP_ORIGIN, APP_SCHEME, isAppUrl } from './app-origin.ts'

/** Must run before the app is ready; Electron takes scheme privileges only once, and only then. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/**
 * Serves the built page under app://bundle/, with `mounts` (path prefix to folder) for what lies elsewhere, and the
 * user's own tiles.
 */
export function serveAppScheme(folder: string, mounts: Readonly<Record<string, string>>, tiles: TileHost): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (!isAppUrl(request.url))
      return new Response('There is no such page.\n', { status: 404, headers: SECURITY_HEADERS })
    const urlPath = rawPath(request.url)
    if (urlPath.startsWith(TILES_PATH)) return serveTile(tiles, request)
    const { status, headers, body } = await serveStatic(
      folder,
      {
        method: request.method,
        urlPath,
        range: request.headers.get('range') ?? undefined,
        ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
      },
      mounts,
    )
    return new Response(body, { status, headers })
  })
}

/** The path as it stands in the address. A parsed URL would resolve `..` away before it could be refused. */
function rawPath(address: string): string {
  return address.slice(APP_ORIGIN.length).split(/[?#]/, 1)[0] || '/'
}
