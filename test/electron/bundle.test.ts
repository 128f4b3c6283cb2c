import { existsSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../electron/host/security-headers.ts'
import { assertRequiresOnly } from '../../electron/tooling/build/requires.ts'
import { build } from '../../electron/tooling/build.ts'
import type { GrantedFile } from '../../shared/contract/app.ts'
import { createClient } from '../../shared/contract/client.ts'
import { type AppEvent, appEvent } from '../../shared/contract/events.ts'
import type { Transport } from '../../shared/contract/transport.ts'
import { createFakeElectron, preloadModule } from '../support/fake-electron.ts'
import { tempFolder } from '../support/temp-folder.ts'

const bundles = path.resolve(import.meta.dirname, '..', '..', 'dist', 'electron')
const bundle = (name: string) => path.join(bundles, name)
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Node's own loader, which all `require` calls of CommonJS go through. */
const loader = Module as unknown as { _load(request: string, parent: unknown, isMain: boolean): unknown }

/** Loads a bundle afresh, with `electron` answered by the test, and lists what it required beside Node's modules. */
function loadBundle(name: string, electron: unknown): string[] {
  const required: string[] = []
  const load = loader._load
  loader._load = (request, parent, isMain) => {
    if (request === bundle(name)) return load(request, parent, isMain)
    if (!Module.isBuiltin(request)) required.push(request)
    return request === 'electron' ? electron : load(request, parent, isMain)
  }
  try {
    const require = createRequire(import.meta.url)
    delete require.cache[bundle(name)]
    require(bundle(name))
  } finally {
    loader._load = load
  }
  return required
}

const listeners = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]))

beforeAll(() => build(['basemap', 'fonts', 'renderer', 'electron']), 300_000)

afterAll(() => {
  vi.unstubAllEnvs()
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal)) {
      if (!listeners.get(signal)?.includes(listener)) process.off(signal, listener)
    }
  }
})

describe('the built preload', () => {
  it('requires Electron and nothing else, as a sandboxed window demands', () => {
    const { contextBridge, ipcRenderer } = preloadModule(new (createFakeElectron().BrowserWindow)().webContents.page)
    expect(loadBundle('preload.cjs', { contextBridge, ipcRenderer })).toEqual(['electron'])
    const source = readFileSync(bundle('preload.cjs'), 'utf8')
    expect(() => assertRequiresOnly(source, ['electron'], 'preload.cjs')).not.toThrow()
    expect(Object.keys(contextBridge.world)).toEqual(['switchyard'])
  })
})

describe('the built main process', () => {
  it('loads to its end without waiting, and registers the scheme once, before it waits to be ready', () => {
    vi.stubEnv('SWITCHYARD_DATA', tempFolder())
    const fake = createFakeElectron()
    expect(new Set(loadBundle('main.cjs', fake.main))).toEqual(new Set(['electron']))
    expect(fake.protocol.schemes).toHaveLength(1)
    expect(fake.order.indexOf('registerSchemesAsPrivileged')).toBeGreaterThanOrEqual(0)
    expect(fake.order.indexOf('registerSchemesAsPrivileged')).toBeLessThan(fake.order.indexOf('whenReady'))
    expect(fake.order.indexOf('enableSandbox')).toBeLessThan(fake.order.indexOf('whenReady'))
    expect(fake.windows.all).toEqual([])
  })

  it('opens the catalog in its built worker, serves the page, and does a user’s work up to the memo', async () => {
    const folder = tempFolder()
    vi.stubEnv('SWITCHYARD_DATA', folder)
    const fake = createFakeElectron({ isPackaged: false })
    loadBundle('main.cjs', fake.main)
    fake.app.becomeReady()
    await vi.waitFor(
      () => {
        expect(fake.dialog.errors).toEqual([])
        expect(fake.windows.all).toHaveLength(1)
      },
      { timeout: 30_000 },
    )
    const window = fake.windows.all[0]!
    const preload = window.options.webPreferences?.preload ?? ''
    expect(existsSync(preload)).toBe(true)
    loadBundle(path.basename(preload), preloadModule(window.webContents.page))
    const transport = window.webContents.page.contextBridge.world['switchyard'] as Transport
    const client = createClient(transport)

    const page = await fake.protocol.fetch('app://bundle/index.html')
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    const script = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(await page.text())?.[1]
    expect((await fake.protocol.fetch(`app://bundle/${script}`)).headers.get('content-type')).toContain('javascript')
    const head = await fake.protocol.fetch('app://bundle/basemap/basemap.pmtiles', { headers: { range: 'bytes=0-6' } })
    expect(await head.text()).toBe('PMTiles')

    expect(await client['app.info']({})).toMatchObject({ host: 'desktop', notice: null })
    expect(await client['catalog.summary']({})).toMatchObject({ siteCount: 498 })

    const events: AppEvent[] = []
    transport.onEvent((event) => events.push(appEvent.parse(event)))
    const scenario = { preset: '2026-07', changes: {} }
    const { jobId } = await client['memos.start']({ siteId: 'coal-gorgas-al', scenario })
    const made = await vi.waitFor(
      () => {
        const last = events.findLast((event) => event.type === 'job' && event.job.jobId === jobId)
        if (last?.type !== 'job' || last.job.result?.type !== 'file') throw new Error(JSON.stringify(last))
        return last.job.result
      },
      { timeout: 30_000 },
    )
    const target = path.join(folder, 'memo.pdf')
    fake.dialog.saveAnswer = { canceled: false, filePath: target }
    expect(await client['files.save']({ grant: made.grant, name: made.name })).toBe(true)
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')

    const csv = new TextEncoder().encode('not,known\n')
    const received: GrantedFile = await client['files.receive']({ name: 'x.csv', bytes: csv, last: true })
    expect(received).toMatchObject({ name: 'x.csv', size: csv.length })

    window.close()
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(0), { timeout: 10_000 })
    expect(existsSync(path.join(folder, 'settings.json'))).toBe(true)
    expect(existsSync(path.join(folder, 'catalog.sqlite-wal'))).toBe(false)
  })

  it('says in one sentence that the catalog is open elsewhere, and ends', async () => {
    const folder = tempFolder()
    vi.stubEnv('SWITCHYARD_DATA', folder)
    const first = createFakeElectron()
    loadBundle('main.cjs', first.main)
    first.app.becomeReady()
    await vi.waitFor(() => expect(first.windows.all).toHaveLength(1), { timeout: 30_000 })

    const second = createFakeElectron()
    loadBundle('main.cjs', second.main)
    second.app.becomeReady()
    await vi.waitFor(() => expect(second.app.exitCode).toBe(1), { timeout: 30_000 })
    expect(second.dialog.errors).toHaveLength(1)
    expect(second.dialog.errors[0]?.content).toMatch(/^[A-Z][^\n]+\.$/)
    expect(second.windows.all).toEqual([])

    first.windows.all[0]?.close()
    await vi.waitFor(() => expect(first.app.exitCode).toBe(0), { timeout: 10_000 })
  })
})
