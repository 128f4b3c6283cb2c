import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeElectron, type FakeElectron } from '../support/fake-electron.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

describe('the end of the app', () => {
  let fake: FakeElectron
  let closeBeforeQuit: typeof import('../../electron/main/quit.ts').closeBeforeQuit

  beforeEach(async () => {
    fake = createFakeElectron()
    vi.resetModules()
    vi.doMock('electron', () => fake.main)
    ;({ closeBeforeQuit } = await import('../../electron/main/quit.ts'))
  })

  const before = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]))
  afterEach(() => {
    for (const signal of SIGNALS) {
      for (const listener of process.listeners(signal)) {
        if (!before.get(signal)?.includes(listener)) process.off(signal, listener)
      }
    }
  })

  it('waits for the catalog to close, after the last window has gone', async () => {
    const closed = Promise.withResolvers<void>()
    let windowsAtClose = -1
    closeBeforeQuit(
      () => {
        windowsAtClose = fake.windows.all.length
        return closed.promise
      },
      () => {},
    )
    new fake.BrowserWindow().close()
    expect(windowsAtClose).toBe(0)
    expect(fake.app.exitCode).toBeNull()
    closed.resolve()
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(0))
  })

  it('closes once, however often it is asked to quit', async () => {
    const close = vi.fn(async () => {})
    closeBeforeQuit(close, () => {})
    fake.app.quit()
    fake.app.quit()
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(0))
    expect(close).toHaveBeenCalledOnce()
  })

  it('ends, and says so in the log, even when closing fails', async () => {
    const reported: unknown[] = []
    const problem = new Error('disk full')
    closeBeforeQuit(
      () => Promise.reject(problem),
      (error) => reported.push(error),
    )
    fake.app.quit()
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(0))
    expect(reported).toEqual([problem])
  })

  it.each(SIGNALS)('closes in order on %s too', async (signal) => {
    const close = vi.fn(async () => {})
    closeBeforeQuit(close, () => {})
    process.emit(signal)
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(0))
    expect(close).toHaveBeenCalledOnce()
  })
})
