import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dispatch } from '../../electron/main/ipc.ts'
import type { WireResult } from '../../shared/contract/errors.ts'
import type { AppEvent } from '../../shared/contract/events.ts'
import type { Transport } from '../../shared/contract/transport.ts'
import { createFakeElectron, type FakeElectron, preloadModule } from '../support/fake-electron.ts'

const MENU_EVENT: AppEvent = { type: 'menu', command: 'import' }

/** A window whose page reached the given dispatcher through the real preload and the real main side. */
async function wire(dispatch: Dispatch) {
  const fake = createFakeElectron()
  vi.resetModules()
  vi.doMock('electron', () => fake.main)
  const { answerCalls, sendToWindows } = await import('../../electron/main/ipc.ts')
  answerCalls(dispatch)
  const window = new fake.BrowserWindow()
  const bridge = await preload(fake, window)
  return { fake, window, bridge, sendToWindows }
}

async function preload(_fake: FakeElectron, window: InstanceType<FakeElectron['BrowserWindow']>): Promise<Transport> {
  vi.resetModules()
  vi.doMock('electron', () => preloadModule(window.webContents.page))
  await import('../../electron/main/preload.ts')
  return window.webContents.page.contextBridge.world['switchyard'] as Transport
}

describe('the bridge between page and app', () => {
  const calls: { method: string; input: unknown }[] = []
  const echo: Dispatch = async (method, input) => {
    calls.push({ method, input })
    return { ok: true, value: { method, input } } satisfies WireResult
  }

  beforeEach(() => {
    calls.length = 0
  })

  it('is one key with exactly call and onEvent', async () => {
    const { window, bridge } = await wire(echo)
    expect(Object.keys(window.webContents.page.contextBridge.world)).toEqual(['switchyard'])
    expect(Object.keys(bridge).sort()).toEqual(['call', 'onEvent'])
  })

  it('registers one channel and carries a call there and back', async () => {
    const { fake, bridge } = await wire(echo)
    expect(fake.ipcMain.channels).toEqual(['switchyard:call'])
    const input = { bytes: new Uint8Array([1, 2, 3]), nested: { list: [1, null, 'x'] } }
    expect(await bridge.call('files.receive', input)).toEqual({ ok: true, value: { method: 'files.receive', input } })
  })

  it('copies what is sent: neither side holds the other’s objects', async () => {
    const { bridge } = await wire(echo)
    const input = { list: [1] }
    await bridge.call('x', input)
    input.list.push(2)
    expect(calls[0]?.input).toEqual({ list: [1] })
  })

  it.each([
    ['another origin', { origin: 'https://evil.test', parent: null, detached: false }],
    ['an opaque origin', { origin: 'null', parent: null, detached: false }],
    ['an origin that only begins alike', { origin: 'app://bundle.evil.test', parent: null, detached: false }],
    [
      'a frame inside the page',
      { origin: 'app://bundle', parent: { origin: 'app://bundle', parent: null, detached: false }, detached: false },
    ],
    ['a detached frame', { origin: 'app://bundle', parent: null, detached: true }],
    ['a frame that is gone', null],
  ])('refuses %s and does not carry the call out', async (_who, frame) => {
    const { window, bridge } = await wire(echo)
    window.webContents.frame = frame
    expect(await bridge.call('catalog.summary', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(calls).toEqual([])
  })

  it.each([undefined, null, 7, {}, ['catalog.summary']])('treats the method name %j as unknown', async (name) => {
    const { bridge } = await wire(echo)
    await bridge.call(name as unknown as string, {})
    expect(calls[0]?.method).toBe('')
  })

  it('hands the page the event alone, without Electron’s own', async () => {
    const { bridge, sendToWindows } = await wire(echo)
    const heard: unknown[][] = []
    bridge.onEvent((...args: unknown[]) => heard.push(args))
    sendToWindows(MENU_EVENT)
    expect(heard).toEqual([[MENU_EVENT]])
  })

  it('really ends a subscription, and only that one', async () => {
    const { window, bridge, sendToWindows } = await wire(echo)
    const first: unknown[] = []
    const second: unknown[] = []
    const end = bridge.onEvent((event) => first.push(event))
    bridge.onEvent((event) => second.push(event))
    end()
    sendToWindows(MENU_EVENT)
    expect(first).toEqual([])
    expect(second).toEqual([MENU_EVENT])
    expect(window.webContents.page.ipcRenderer.listenerCount('switchyard:event')).toBe(1)
  })

  it('tells nothing to a window that is closing', async () => {
    const { window, sendToWindows } = await wire(echo)
    window.webContents.destroy()
    expect(() => sendToWindows(MENU_EVENT)).not.toThrow()
  })
})
