import { EventEmitter } from 'node:events'
import { FakeApp } from './fake-electron/app.ts'
import { FakeDialog } from './fake-electron/dialog.ts'
import { FakeIpcMain } from './fake-electron/ipc.ts'
import { FakeMenu } from './fake-electron/menu.ts'
import { FakeProtocol } from './fake-electron/protocol.ts'
import { FakeSession } from './fake-electron/session.ts'
import { createFakeWindows, type FakePage } from './fake-electron/windows.ts'

/**
 * An Electron in memory for one test. Each part is typed against Electron's own declarations, so that an upgrade that
 * changes a signature fails to compile, and behaves as Electron does where our code could be wrong about it: what
 * crosses a process is cloned, a second handler throws, an error arrives as its message alone.
 *
 * What it cannot show: that Chromium enforces web preferences and the content policy, real menus, dialogs and fuses.
 */
export function createFakeElectron(options: { isPackaged?: boolean; hasLock?: boolean } = {}) {
  /** Names of the calls whose order matters, as they came. */
  const order: string[] = []
  const ipcMain = new FakeIpcMain()
  const app = new FakeApp(order, options)
  const windows = createFakeWindows(app, ipcMain)
  const protocol = new FakeProtocol(order)
  const dialog = new FakeDialog(order)
  const menu = new FakeMenu()
  const session = new FakeSession()
  const opened: string[] = []
  const shell = {
    openExternal: async (url) => {
      opened.push(url)
    },
  } satisfies Pick<Electron.Shell, 'openExternal'>
  const screen = {
    getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } } as Electron.Display],
  } satisfies Pick<Electron.Screen, 'getAllDisplays'>
  const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false }) satisfies Pick<
    Electron.NativeTheme,
    'shouldUseDarkColors'
  >

  const main = {
    app,
    BrowserWindow: windows.BrowserWindow,
    dialog,
    ipcMain,
    Menu: menu,
    nativeTheme,
    protocol,
    screen,
    session: { defaultSession: session },
    shell,
  }
  return { ...main, main, menu, order, opened, windows, session, defaultSession: session }
}

export type FakeElectron = ReturnType<typeof createFakeElectron>

/** What a preload script of this page may require as `electron`. */
export function preloadModule(page: FakePage) {
  return { contextBridge: page.contextBridge, ipcRenderer: page.ipcRenderer }
}
