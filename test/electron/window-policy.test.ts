import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { confineContents, denyPermissions } from '../../electron/main/window-policy.ts'
import { createFakeElectron } from '../support/fake-electron.ts'

const INSIDE = ['app://bundle/', 'app://bundle/index.html', 'app://bundle/index.html#/site/7', 'app://bundle/a?b=c']

const OUTSIDE = [
  'https://example.com/',
  'http://127.0.0.1:8080/',
  'app://other/index.html',
  'app://bundle.evil.test/index.html',
  'app://bundle@evil.test/index.html',
  'app://user@bundle/index.html',
  'app://bundle:8080/index.html',
  'application://bundle/index.html',
  'file:///etc/passwd',
  'data:text/html,<p>x</p>',
  'blob:app://bundle/123',
  'javascript:alert(1)',
  'about:blank',
  'view-source:app://bundle/index.html',
  '//bundle/index.html',
  '',
]

function confinedContents(isPackaged = true) {
  const { BrowserWindow } = createFakeElectron()
  const { webContents } = new BrowserWindow()
  const links: string[] = []
  confineContents(webContents as unknown as Electron.WebContents, {
    openLink: (address) => links.push(address),
    isPackaged,
  })
  return { webContents, links }
}

describe('navigation of the window', () => {
  it.each(INSIDE)('goes to the app’s own page %s', (address) => {
    const { webContents, links } = confinedContents()
    expect(webContents.navigate('will-navigate', address)).toBe(true)
    expect(webContents.navigate('will-frame-navigate', address)).toBe(true)
    expect(webContents.navigate('will-redirect', address)).toBe(true)
    expect(links).toEqual([])
  })

  it.each(OUTSIDE)('never goes to %j, by link, frame or redirect', (address) => {
    const { webContents } = confinedContents()
    expect(webContents.navigate('will-navigate', address)).toBe(false)
    expect(webContents.navigate('will-frame-navigate', address)).toBe(false)
    expect(webContents.navigate('will-redirect', address)).toBe(false)
  })

  it('hands a link of the page itself on, and no frame’s or redirect’s', () => {
    const { webContents, links } = confinedContents()
    webContents.navigate('will-navigate', 'https://link.test/')
    webContents.navigate('will-navigate', 'https://frame.test/', false)
    webContents.navigate('will-frame-navigate', 'https://frame.test/', false)
    webContents.navigate('will-redirect', 'https://redirect.test/')
    expect(links).toEqual(['https://link.test/'])
  })

  it.each([...INSIDE, ...OUTSIDE])('opens no second window for %j', (address) => {
    const { webContents, links } = confinedContents()
    expect(webContents.openWindow(address)).toBe('deny')
    expect(links).toEqual([address])
  })

  it('attaches no webview', () => {
    expect(confinedContents().webContents.attachWebview()).toBe(false)
  })

  it('closes developer tools in a shipped app, however they were opened, and leaves them in a development build', () => {
    const shipped = confinedContents(true).webContents
    shipped.emit('devtools-opened')
    expect(shipped.closedDevTools).toBe(1)
    const development = confinedContents(false).webContents
    development.emit('devtools-opened')
    expect(development.closedDevTools).toBe(0)
  })
})

/** Every permission that this Electron knows, from its own declarations. */
function permissionNames(handler: string): string[] {
  const declarations = readFileSync(path.resolve('node_modules/electron/electron.d.ts'), 'utf8')
  const line = declarations.split('\n').find((each) => each.trim().startsWith(`${handler}(`)) ?? ''
  const union = /permission: ((?:'[\w-]+'(?: \| )?)+)/.exec(line)?.[1] ?? ''
  return [...union.matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? '')
}

describe('permissions', () => {
  const { defaultSession } = createFakeElectron()
  denyPermissions(defaultSession as unknown as Electron.Session)

  it('are known by name, the sensitive ones among them', () => {
    for (const handler of ['setPermissionRequestHandler', 'setPermissionCheckHandler']) {
      expect(permissionNames(handler)).toEqual(
        expect.arrayContaining(['geolocation', 'media', 'openExternal', 'fileSystem', 'clipboard-read', 'unknown']),
      )
    }
  })

  const denied = (handler: string) => permissionNames(handler).filter((name) => name !== 'clipboard-sanitized-write')

  it('a page may write to the clipboard, for coordinates and pictures of the map, and not read it', () => {
    const answers: boolean[] = []
    for (const name of ['clipboard-sanitized-write', 'clipboard-read'] as const) {
      defaultSession.request?.(
        {} as Electron.WebContents,
        name,
        (isGranted) => answers.push(isGranted),
        {} as Electron.PermissionRequest,
      )
      const details = {} as Electron.PermissionCheckHandlerHandlerDetails
      answers.push(defaultSession.check?.(null, name, 'app://bundle', details) ?? false)
    }
    expect(answers).toEqual([true, true, false, false])
  })

  it.each(denied('setPermissionRequestHandler'))('%s is denied when the page asks for it', (name) => {
    const answers: boolean[] = []
    defaultSession.request?.(
      {} as Electron.WebContents,
      name as 'geolocation',
      (isGranted) => answers.push(isGranted),
      {} as Electron.PermissionRequest,
    )
    expect(answers).toEqual([false])
  })

  it.each(denied('setPermissionCheckHandler'))('%s is denied when the page checks for it', (name) => {
    const details = {} as Electron.PermissionCheckHandlerHandlerDetails
    expect(defaultSession.check?.(null, name as 'geolocation', 'app://bundle', details)).toBe(false)
  })

  it('lets no page put a file on the disk by itself', () => {
    expect(createFakeElectron().defaultSession.download()).toBe(true)
    expect(defaultSession.download()).toBe(false)
  })

  it.each(['hid', 'serial', 'usb'] as const)('no %s device is handed out', (deviceType) => {
    const details = { deviceType, origin: 'app://bundle' } as Electron.DevicePermissionHandlerHandlerDetails
    expect(defaultSession.device?.(details)).toBe(false)
  })
})
