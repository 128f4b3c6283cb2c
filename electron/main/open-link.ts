import { BrowserWindow, dialog, shell } from 'electron'
import { externalLink } from './external-links.ts'

/**
 * Opens a link in the user's browser after naming its host. Links come from imported files too, so none leaves
 * without the user having seen where it leads.
 */
export async function openLink(address: string): Promise<void> {
  const link = externalLink(address)
  if (!link) return
  const question: Electron.MessageBoxOptions = {
    type: 'question',
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    message: `Open ${link.host} in your browser?`,
    detail: link.address,
  }
  const window = BrowserWindow.getFocusedWindow()
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
  if (response === 0) await shell.openExternal(link.address)
}
