import { app, dialog } from 'electron'

/** Asks what to do about a page whose process has ended, as when memory ran out. Saved edits are in the catalog. */
export async function offerReload(window: Electron.BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    message: 'The window’s page has stopped.',
    detail: 'Every edit up to then is saved. Reload the page to go on.',
  })
  if (response === 0) window.webContents.reload()
  else app.quit()
}
