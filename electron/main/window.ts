import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_PAGE } from './app-origin.ts'
import { offerReload } from './offer-reload.ts'
import { rememberedBounds, type WindowBounds } from './window-bounds.ts'

export interface WindowMemory {
  read(): unknown
  write(bounds: WindowBounds): void
}

/** Opens the app's window where it last stood. It stays hidden until the page has drawn, to show no empty frame. */
export function openWindow(memory: WindowMemory): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const bounds = rememberedBounds(memory.read(), workAreas)
  // The options stay a literal here: security scanners cannot follow them into a helper.
  const window = new BrowserWindow({
    width: bounds?.width ?? 1440,
    height: bounds?.height ?? 900,
    ...(bounds && { x: bounds.x, y: bounds.y }),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Switchyard',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101418' : '#f6f7f9',
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (bounds?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => memory.write({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window)
  })
  void window.loadURL(APP_PAGE)
  return window
}
