import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WindowBounds } from '../../electron/main/window-bounds.ts'
import { createFakeElectron, type FakeElectron } from '../support/fake-electron.ts'

describe('the window', () => {
  let fake: FakeElectron
  let openWindow: typeof import('../../electron/main/window.ts').openWindow
  let written: WindowBounds[]
  const memory = (stored: unknown) => ({
    read: () => stored,
    write: (bounds: WindowBounds) => void written.push(bounds),
  })

  beforeEach(async () => {
    fake = createFakeElectron()
    written = []
    vi.resetModules()
    vi.doMock('electron', () => fake.main)
    ;({ openWindow } = await import('../../electron/main/window.ts'))
  })

  it('gives the page a sandbox, its own world and no Node', () => {
    openWindow(memory(undefined))
    expect(fake.windows.all[0]?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  it('loads the app’s own page and is shown once that has drawn', async () => {
    openWindow(memory(undefined))
    const window = fake.windows.all[0]
    expect(window?.options.show).toBe(false)
    expect(window?.loaded).toEqual(['app://bundle/index.html'])
    await vi.waitFor(() => expect(window?.calls).toEqual(['show']))
  })

  it('opens where it stood, and as large', () => {
    openWindow(memory({ x: 100, y: 50, width: 1000, height: 700, isMaximized: true }))
    const window = fake.windows.all[0]
    expect(window?.options).toMatchObject({ x: 100, y: 50, width: 1000, height: 700 })
    expect(window?.isMaximized()).toBe(true)
  })

  it.each([
    ['nothing', undefined],
    ['something else', 'left'],
    ['a size that is none', { x: 0, y: 0, width: -5, height: 700 }],
    ['a screen that is gone', { x: 3_000, y: 0, width: 1000, height: 700 }],
    ['a place above every screen', { x: 0, y: -600, width: 1000, height: 700 }],
    ['a sliver at the edge', { x: 1_900, y: 0, width: 1000, height: 700 }],
  ])('opens at its usual size where %s is remembered', (_what, stored) => {
    openWindow(memory(stored))
    expect(fake.windows.all[0]?.options).toMatchObject({ width: 1440, height: 900 })
    expect(fake.windows.all[0]?.options).not.toHaveProperty('x')
  })

  it('remembers its place when it closes', () => {
    openWindow(memory({ x: 100, y: 50, width: 1000, height: 700 }))
    fake.windows.all[0]?.close()
    expect(written).toEqual([{ x: 100, y: 50, width: 1000, height: 700, isMaximized: false }])
  })

  it.each([
    [0, ['reload'], null],
    [1, [], 0],
  ])('offers to reload a page that has crashed, or to quit (answer %d)', async (answer, calls, exitCode) => {
    openWindow(memory(undefined))
    const { webContents } = fake.windows.all[0]!
    fake.dialog.messageResponse = answer
    webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
    await vi.waitFor(() => expect(fake.dialog.questions).toHaveLength(1))
    await vi.waitFor(() => expect(webContents.calls).toEqual(calls))
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(exitCode))
  })

  it('says nothing about a page that ended as it should', () => {
    openWindow(memory(undefined))
    fake.windows.all[0]?.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(fake.dialog.questions).toEqual([])
  })
})
