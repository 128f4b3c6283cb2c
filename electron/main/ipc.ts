import { BrowserWindow, ipcMain } from 'electron'
import type { WireResult } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import { APP_ORIGIN } from './app-origin.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts'

export type Dispatch = (method: string, input: unknown) => Promise<WireResult>

const REFUSED: WireResult = {
  ok: false,
  error: { code: 'forbidden', message: "Only Switchyard's own window may ask this." },
}

/** Answers the page's calls on the one channel that there is. The dispatcher checks method and input. */
export function answerCalls(dispatch: Dispatch): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) => {
    if (!isOwnMainFrame(event.senderFrame)) return REFUSED
    return dispatch(typeof method === 'string' ? method : '', input)
  })
}

/** Tells every window that shows the app's page. */
export function sendToWindows(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
  }
}

/** A frame that has navigated or closed since it asked is null or detached, and gets no answer. */
function isOwnMainFrame(frame: Electron.WebFrameMain | null): boolean {
  return frame !== null && !frame.detached && frame.parent === null && frame.origin === APP_ORIGIN
}
