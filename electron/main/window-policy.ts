import { isAppUrl } from './app-origin.ts'

export interface PolicyOptions {
  /** Called with an address that the page wanted to show outside itself. */
  readonly openLink: (address: string) => void
  readonly isPackaged: boolean
}

/**
 * Confines a window's contents to the app's own page: no navigation elsewhere, no second window, no webview.
 * A link of the page that leads outside goes to `openLink`; redirects and frames that lead outside go nowhere.
 */
export function confineContents(contents: Electron.WebContents, { openLink, isPackaged }: PolicyOptions): void {
  contents.on('will-navigate', (details) => {
    if (isAppUrl(details.url)) return
    details.preventDefault()
    if (details.isMainFrame) openLink(details.url)
  })
  contents.on('will-frame-navigate', (details) => {
    if (!isAppUrl(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isAppUrl(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
  // A shipped app has no menu item for them; this also stops the ways that need no menu.
  if (isPackaged) contents.on('devtools-opened', () => contents.closeDevTools())
}

/** Putting text or a picture on the clipboard, on a click; reading it stays denied. */
const CLIPBOARD_WRITE = 'clipboard-sanitized-write'

/**
 * Denies every permission and device but writing to the clipboard, since a map of one's own files needs none of them,
 * and every download: files leave through the save dialog alone.
 */
export function denyPermissions(session: Electron.Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === CLIPBOARD_WRITE))
  session.setPermissionCheckHandler((_contents, permission) => permission === CLIPBOARD_WRITE)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
