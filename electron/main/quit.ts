import process from 'node:process'
import { app } from 'electron'

/**
 * Holds the app's end until `close` has run, once all windows are gone: only then has the page sent its last edit.
 * A close that fails does not keep the app alive.
 */
export function closeBeforeQuit(close: () => Promise<void>, onError: (error: unknown) => void): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void close()
      .catch(onError)
      .then(() => {
        state = 'closed'
        app.quit()
      })
  })
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}
