import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import { launchTokenOf, post, withBearer } from '../support/http-host.ts'
import { tempFolder } from '../support/temp-folder.ts'

const main = path.resolve('electron/http/main.ts')

interface Started {
  readonly child: ChildProcess
  readonly launchUrl: string
  readonly url: string
  readonly port: number
  output(): string
}

function run(
  dataFolder: string,
  args: readonly string[],
): { child: ChildProcess; output(): string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [main, '--no-open', ...args], {
    env: { ...process.env, SWITCHYARD_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (piece) => {
    output += piece
  })
  child.stderr?.on('data', (piece) => {
    output += piece
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, output: () => output, ended: new Promise((resolve) => child.on('close', (code) => resolve(code))) }
}

/** Starts the browser host as its own process and waits for its launch address. */
async function start(
  dataFolder: string,
  args: readonly string[] = [],
): Promise<Started & { ended: Promise<number | null> }> {
  const { child, output, ended } = run(dataFolder, args)
  const launchUrl = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/#launch=\S+/.exec(output())?.[0]
      if (found) resolve(found)
    }
    child.stdout?.on('data', look)
    child.on('close', () => reject(new Error(`The host ended: ${output()}`)))
  })
  const { origin, port } = new URL(launchUrl)
  return { child, output, ended, launchUrl, url: origin, port: Number(port) }
}

async function sessionOf(host: Started, launchUrl = host.launchUrl): Promise<{ authorization: string }> {
  const reply = await post(host, '/api/session', { launch: launchTokenOf(launchUrl) })
  return withBearer(JSON.parse(reply.text).bearer)
}

describe('the browser host as a process, over the real catalog', () => {
  it('opens the reference sites on its first start, keeps an edit, and ends cleanly when asked', async () => {
    const folder = path.join(tempFolder(), 'data')
    const host = await start(folder)
    const headers = await sessionOf(host)
    const call = async (method: string, input: unknown) => await post(host, '/api/call', { method, input }, headers)
    const summary = JSON.parse((await call('catalog.summary', {})).text).value
    expect(summary.siteCount).toBe(498)
    const columns = unpackColumns(new Uint8Array((await call('sites.columns', {})).body))
    expect(columns.count).toBe(498)
    const siteId = columns.ids[0]
    const edited = await call('notes.write', { siteId, text: 'Seen from the road.' })
    expect(JSON.parse(edited.text)).toMatchObject({ ok: true })
    expect(statSync(folder).mode & 0o777).toBe(0o700)

    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
    expect(readdirSync(path.join(folder, 'temporary'))).toEqual([])
    expect(readdirSync(path.join(folder, 'runtime'))).toEqual([])
    expect(readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])

    const again = await start(folder)
    const reply = await post(again, '/api/call', { method: 'sites.get', input: { siteId } }, await sessionOf(again))
    expect(JSON.parse(reply.text).value.notes).toMatchObject([{ text: 'Seen from the road.' }])
    const log = readFileSync(path.join(folder, 'switchyard.log'), 'utf8')
    expect(log).not.toContain(launchTokenOf(host.launchUrl))
    // As from a terminal, whose Ctrl-C arrives once by itself and once through the launcher.
    again.child.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 10))
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })

  it('ends cleanly when it is stopped during its first import', async () => {
    const folder = tempFolder()
    const host = run(folder, [])
    await vi.waitFor(() => expect(existsSync(path.join(folder, 'catalog.sqlite'))).toBe(true), { timeout: 10_000 })
    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
    expect(readdirSync(path.join(folder, 'temporary'))).toEqual([])
  })

  it('lets a second start open another window of the one that runs', async () => {
    const folder = tempFolder()
    const host = await start(folder)
    const second = run(folder, [])
    expect(await second.ended).toBe(0)
    const launchUrl = /http:\/\/\S+/.exec(second.output())?.[0] ?? ''
    expect(new URL(launchUrl).origin).toBe(host.url)
    const info = await post(host, '/api/call', { method: 'app.info', input: {} }, await sessionOf(host, launchUrl))
    expect(JSON.parse(info.text).value.host).toBe('browser')
    const [note = ''] = readdirSync(path.join(folder, 'runtime'))
    expect(statSync(path.join(folder, 'runtime', note)).mode & 0o777).toBe(0o600)
  })

  it('uploads, imports and downloads the catalog’s own files', async () => {
    const host = await start(tempFolder())
    const headers = await sessionOf(host)
    const call = async (method: string, input: unknown) =>
      JSON.parse((await post(host, '/api/call', { method, input }, headers)).text)
    const upload = await post(host, '/api/uploads', readFileSync('data/reference/sites.csv'), {
      ...headers,
      'content-type': 'application/octet-stream',
      'x-file-name': 'sites.csv',
    })
    const { grant } = JSON.parse(upload.text)
    const finished = async (jobId: string) => {
      for (;;) {
        const { value } = await call('jobs.get', { jobId })
        if (value.state !== 'running') return value
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const imported = await finished((await call('imports.start', { grant, dryRun: true })).value.jobId)
    expect(imported).toMatchObject({
      state: 'done',
      result: { type: 'import', records: 267, unchanged: 267, added: 0 },
    })
    const scenario = { preset: '2026-07', changes: {} }
    const exported = await finished((await call('exports.start', { format: 'csv', scenario })).value.jobId)
    expect(exported).toMatchObject({ state: 'done', result: { type: 'file' } })
    const file = await post(host, '/api/files', { grant: exported.result.grant }, headers)
    expect(file.status).toBe(200)
    expect(file.body).toHaveLength(exported.result.size)
    expect(file.text.split(/\r?\n/).filter((line) => line !== '').length).toBeGreaterThan(498)
  })

  it.each([['--port', '70000'], ['--port', 'x'], ['--unheard-of']])(
    'says how it is used when called with %s %s',
    async (...args) => {
      const { ended, output } = run(tempFolder(), args)
      expect(await ended).toBe(2)
      expect(output()).toContain('Usage: ')
    },
  )
})
