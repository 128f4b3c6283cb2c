import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeElectron } from '../support/fake-electron.ts'
import { tempFolder } from '../support/temp-folder.ts'

const SENTENCE = 'The catalog is open in another program; close that one and start again.'

/** The main process's start over an Electron in memory, with the start of the app itself put in by the test. */
async function runMain(fake: ReturnType<typeof createFakeElectron>, startApp: () => Promise<void>) {
  const start = vi.fn(startApp)
  vi.resetModules()
  vi.doMock('electron', () => fake.main)
  vi.doMock('../../electron/main/start-app.ts', () => ({ startApp: start }))
  await import('../../electron/main/main.ts')
  return start
}

describe('the start of the desktop app', () => {
  beforeEach(() => {
    vi.stubEnv('SWITCHYARD_DATA', tempFolder())
  })

  afterEach(() => {
    vi.unstubAllEnvs()
    vi.doUnmock('../../electron/main/start-app.ts')
  })

  it('enables the sandbox and registers the scheme before it waits to be ready', async () => {
    const fake = createFakeElectron()
    const startApp = await runMain(fake, async () => {})
    expect(fake.order).toEqual([
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'requestSingleInstanceLock',
      'whenReady',
    ])
    expect(startApp).not.toHaveBeenCalled()
    fake.app.becomeReady()
    await vi.waitFor(() => expect(startApp).toHaveBeenCalledOnce())
  })

  it('keeps Chromium’s files in a folder of their own beside the catalog', async () => {
    const fake = createFakeElectron()
    await runMain(fake, async () => {})
    const folder = path.join(process.env['SWITCHYARD_DATA'] ?? '', 'window')
    expect(fake.app.paths.get('userData')).toBe(folder)
    expect(existsSync(folder)).toBe(true)
  })

  it('ends at once, and opens nothing, where the app runs already', async () => {
    const fake = createFakeElectron({ hasLock: false })
    const startApp = await runMain(fake, async () => {})
    fake.app.becomeReady()
    await Promise.resolve()
    expect(fake.app.exitCode).toBe(0)
    expect(startApp).not.toHaveBeenCalled()
  })

  it('shows its window when it is started a second time, whatever files that start names', async () => {
    const fake = createFakeElectron()
    await runMain(fake, async () => {})
    const window = new fake.BrowserWindow()
    window.isMinimizedNow = true
    fake.app.emit('second-instance', {}, ['switchyard', '--inspect', '/etc/passwd'], '/tmp', null)
    expect(window.calls).toEqual(['restore', 'show', 'focus'])
    expect(window.loaded).toEqual([])
    expect(fake.windows.all).toHaveLength(1)
  })

  it('confines every contents that comes to be', async () => {
    const fake = createFakeElectron()
    await runMain(fake, async () => {})
    const { webContents } = new fake.BrowserWindow()
    expect(webContents.navigate('will-navigate', 'file:///etc/passwd')).toBe(false)
    expect(webContents.openWindow('https://example.com/')).toBe('deny')
    await vi.waitFor(() => expect(fake.dialog.questions).toHaveLength(1))
    expect(fake.opened).toEqual([])
  })

  it('tells in one sentence why it could not start, and ends', async () => {
    const fake = createFakeElectron()
    await runMain(fake, async () => {
      // Loaded now, so that it is the class that the code under test knows.
      const { AppError } = await import('../../shared/contract/errors.ts')
      throw new AppError('busy', SENTENCE)
    })
    fake.app.becomeReady()
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(1))
    expect(fake.dialog.errors).toEqual([{ title: 'Switchyard did not start', content: SENTENCE }])
  })

  it('shows no stack of a fault of its own', async () => {
    const fake = createFakeElectron()
    await runMain(fake, async () => {
      throw new TypeError('secret detail')
    })
    fake.app.becomeReady()
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(1))
    expect(fake.dialog.errors[0]?.content).toMatch(/^An internal error stopped Switchyard .*\.$/)
    expect(fake.dialog.errors[0]?.content).not.toContain('secret detail')
  })
})
