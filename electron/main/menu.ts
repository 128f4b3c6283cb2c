import { app, BrowserWindow, Menu } from 'electron'
import type { AppEvent, MenuCommand } from '../../shared/contract/events.ts'

type Item = Electron.MenuItemConstructorOptions

/**
 * The app's menu. What concerns the catalog is carried out by the page, which gets a `menu` event; reloading and
 * the developer tools are there only in a development build.
 */
export function menuTemplate(isMac: boolean, isPackaged: boolean, send: (event: AppEvent) => void): Item[] {
  const command = (label: string, name: MenuCommand, accelerator?: string): Item => ({
    label,
    ...(accelerator && { accelerator }),
    click: () => send({ type: 'menu', command: name }),
  })
  // The page listens for these keys itself, since a text field with the focus has its own undo. Elsewhere than on
  // macOS a menu can show a key without taking it; there a key reaches the menu only when the page has left it alone,
  // which it does for a text field, and text fields depend on the menu for their undo.
  const step = (label: string, name: 'undo' | 'redo', accelerator: string): Item => ({
    ...command(label, name, accelerator),
    ...(isMac
      ? {
          click: (_item, _window, event) => {
            if (event.triggeredByAccelerator) BrowserWindow.getFocusedWindow()?.webContents[name]()
            else send({ type: 'menu', command: name })
          },
        }
      : { registerAccelerator: false }),
  })
  const file: Item = {
    label: '&File',
    submenu: [
      command('&Import…', 'import', 'CmdOrCtrl+O'),
      command('&Export…', 'export', 'CmdOrCtrl+Shift+E'),
      command('Site &Memo…', 'memo', 'CmdOrCtrl+P'),
      { type: 'separator' },
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  }
  const edit: Item = {
    label: '&Edit',
    submenu: [
      step('&Undo', 'undo', 'CmdOrCtrl+Z'),
      step('&Redo', 'redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      { type: 'separator' },
      command('&Find Site…', 'search', 'CmdOrCtrl+F'),
    ],
  }
  const development: Item[] = [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  const view: Item = {
    label: '&View',
    submenu: [
      command('Light or &Dark', 'theme', 'CmdOrCtrl+Shift+L'),
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(isPackaged ? [] : development),
    ],
  }
  return [...(isMac ? [{ role: 'appMenu' } as const] : []), file, edit, view, { role: 'windowMenu' }]
}

export function installMenu(send: (event: AppEvent) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', app.isPackaged, send)))
}
