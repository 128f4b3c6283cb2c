import { contextBridge, ipcRenderer } from 'electron'
import type { Transport } from '../../shared/contract/transport.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts'

const transport: Transport = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onEvent(listener) {
    // Electron's own event object stays here: it would hand the page the raw ipcRenderer.
    const forward = (_event: Electron.IpcRendererEvent, event: unknown) => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, forward)
    }
  },
}

contextBridge.exposeInMainWorld('switchyard', transport)
