import { EventEmitter } from 'node:events'
import type { FakeApp } from './app.ts'
import { FakeContextBridge } from './context-bridge.ts'
import { FakeEvent } from './event.ts'
import { type FakeFrame, type FakeIpcMain, FakeIpcRenderer } from './ipc.ts'

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** The page in a window, with the two things its preload gets. */
export interface FakePage {
  readonly ipcRenderer: FakeIpcRenderer
  readonly contextBridge: FakeContextBridge
}

type FakedContents = 'closeDevTools' | 'isDestroyed' | 'redo' | 'reload' | 'send' | 'setWindowOpenHandler' | 'undo'

export class FakeContents extends EventEmitter implements Pick<Electron.WebContents, FakedContents> {
  readonly page: FakePage
  /** The frame that the page's messages come from; a test may put another one in. */
  frame: FakeFrame | null = { origin: 'app://bundle', parent: null, detached: false }
  closedDevTools = 0
  /** Calls that a test asks after, as they came. */
  readonly calls: string[] = []
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' })
  #isDestroyed = false

  constructor(ipcMain: FakeIpcMain) {
    super()
    const ipcRenderer = new FakeIpcRenderer((channel, args) => ipcMain.deliver(this.frame, channel, args))
    this.page = { ipcRenderer, contextBridge: new FakeContextBridge() }
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  destroy(): void {
    this.#isDestroyed = true
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    this.page.ipcRenderer.receive(channel, args)
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }

  closeDevTools(): void {
    this.closedDevTools++
  }

  undo(): void {
    this.calls.push('undo')
  }

  redo(): void {
    this.calls.push('redo')
  }

  reload(): void {
    this.calls.push('reload')
  }

  /** What becomes of a `window.open` or a link with a target. */
  openWindow(url: string): Electron.WindowOpenHandlerResponse['action'] {
    return this.#openHandler({ url } as Electron.HandlerDetails).action
  }

  /** Whether a navigation goes through. A navigation of the main frame is announced as both kinds, as in Electron. */
  navigate(kind: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', url: string, isMainFrame = true): boolean {
    const details = Object.assign(new FakeEvent(), { url, isMainFrame })
    this.emit(kind, details)
    return !details.defaultPrevented
  }

  attachWebview(): boolean {
    const event = new FakeEvent()
    this.emit('will-attach-webview', event, {}, {})
    return !event.defaultPrevented
  }
}

type FakedWindow =
  | 'close'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'

/** A window of one app; `all` holds those that are open. */
export class FakeBrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, FakedWindow> {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: FakeContents
  readonly calls: string[] = []
  readonly loaded: string[] = []
  isMinimizedNow = false
  readonly #app: FakeApp
  readonly #all: FakeBrowserWindow[]
  #isDestroyed = false
  #isMaximized = false

  constructor(
    app: FakeApp,
    ipcMain: FakeIpcMain,
    all: FakeBrowserWindow[],
    options: Electron.BrowserWindowConstructorOptions,
  ) {
    super()
    this.options = options
    this.webContents = new FakeContents(ipcMain)
    this.#app = app
    this.#all = all
    all.push(this)
    app.emit('web-contents-created', new FakeEvent(), this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    queueMicrotask(() => this.emit('ready-to-show'))
  }

  show(): void {
    this.calls.push('show')
  }

  focus(): void {
    this.calls.push('focus')
  }

  restore(): void {
    this.calls.push('restore')
    this.isMinimizedNow = false
  }

  maximize(): void {
    this.#isMaximized = true
  }

  isMaximized(): boolean {
    return this.#isMaximized
  }

  isMinimized(): boolean {
    return this.isMinimizedNow
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  getNormalBounds(): Electron.Rectangle {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }

  close(): void {
    this.emit('close', new FakeEvent())
    this.#isDestroyed = true
    this.webContents.destroy()
    this.#all.splice(this.#all.indexOf(this), 1)
    // Electron does not announce this when the app itself is closing its windows.
    if (this.#all.length === 0 && !this.#app.isQuitting) this.#app.emit('window-all-closed')
  }
}

/** What the app's code sees as `BrowserWindow`. */
export interface FakeWindowClass {
  new (options?: Electron.BrowserWindowConstructorOptions): FakeBrowserWindow
  getAllWindows(): FakeBrowserWindow[]
  getFocusedWindow(): FakeBrowserWindow | null
}

/** The `BrowserWindow` class of one app, and the windows open. */
export function createFakeWindows(
  app: FakeApp,
  ipcMain: FakeIpcMain,
): { BrowserWindow: FakeWindowClass; all: FakeBrowserWindow[] } {
  const all: FakeBrowserWindow[] = []
  app.closeWindows = () => {
    for (const window of [...all]) window.close()
  }
  class BrowserWindow extends FakeBrowserWindow {
    static getAllWindows = () => [...all]
    static getFocusedWindow = () => all[0] ?? null

    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super(app, ipcMain, all, options)
    }
  }
  return { BrowserWindow, all }
}
