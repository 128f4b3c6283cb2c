import path from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { AppError } from '../../shared/contract/errors.ts'
import { openLog } from '../host/log.ts'
import { ensurePrivateFolder, userDataFolder } from '../host/paths.ts'
import { openLink } from './open-link.ts'
import { registerAppScheme } from './protocol.ts'
import { startApp } from './start-app.ts'
import { confineContents } from './window-policy.ts'

// Nothing here may be awaited at the top level: Electron becomes ready only after this file has run to its end.
const dataFolder = userDataFolder()
const log = openLog(dataFolder)

app.enableSandbox()
registerAppScheme()
try {
  // Chromium keeps its own files in there, and the lock of the single instance.
  app.setPath('userData', ensurePrivateFolder(path.join(dataFolder, 'window')))
} catch (error) {
  giveUp(error)
}

app.on('web-contents-created', (_event, contents) => {
  confineContents(contents, {
    openLink: (address) => void openLink(address).catch((error: unknown) => log.error('A link did not open.', error)),
    isPackaged: app.isPackaged,
  })
})

if (app.requestSingleInstanceLock()) {
  // The other start's arguments are ignored: whatever they name was not chosen in this window.
  app.on('second-instance', focusWindow)
  void app
    .whenReady()
    .then(() => startApp(dataFolder, log))
    .catch(giveUp)
} else {
  app.quit()
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function giveUp(error: unknown): void {
  log.error('Switchyard did not start.', error)
  const sentence =
    error instanceof AppError
      ? error.message
      : isRefusedFolder(error)
        ? `Switchyard cannot write into ${dataFolder}; make that folder writable, or name another in SWITCHYARD_DATA.`
        : `An internal error stopped Switchyard from starting; start it again, and if it stays so, look into switchyard.log in ${dataFolder}.`
  dialog.showErrorBox('Switchyard did not start', sentence)
  app.exit(1)
}

function isRefusedFolder(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST'
}
