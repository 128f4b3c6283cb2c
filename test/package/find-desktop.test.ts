import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { electronExecutable } from '../../electron/tooling/desktop/electron-runtime.ts'
import { downloadProblem } from '../../electron/tooling/desktop/fetch-electron.ts'
import { noWindowHere } from '../../electron/tooling/desktop/no-window-here.ts'
import { RefusedDownload } from '../../electron/tooling/desktop/refused-download.ts'
import { runWhileProgressing } from '../../electron/tooling/desktop/run-while-progressing.ts'
import { tempFolder } from '../support/temp-folder.ts'

const HOUR_MS = 3_600_000

describe('whether a desktop window can open here', () => {
  it.each([
    ['linux', {}, 1000, 'no graphical display'],
    ['linux', { DISPLAY: '' }, 1000, 'no graphical display'],
    ['linux', { DISPLAY: ':0' }, 0, 'does not run as root'],
    ['linux', { DISPLAY: ':0' }, 1000, null],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, null],
    ['darwin', {}, 501, null],
    ['win32', {}, undefined, null],
  ] as const)('on %s with %j as user %s: %s', (platform, env, userId, why) => {
    const answer = noWindowHere(platform, env, userId)
    if (why === null) expect(answer).toBeNull()
    else expect(answer?.why).toContain(why)
  })
})

describe('Electron on this computer', () => {
  it('is none where npm’s package holds no runtime yet', () => {
    expect(electronExecutable(tempFolder(), {})).toBeNull()
  })

  it('is found where the package has fetched it', () => {
    const folder = tempFolder()
    mkdirSync(path.join(folder, 'dist'))
    writeFileSync(path.join(folder, 'path.txt'), 'electron-here')
    expect(electronExecutable(folder, {})).toBeNull()
    writeFileSync(path.join(folder, 'dist', 'electron-here'), '')
    expect(electronExecutable(folder, {})).toBe(path.join(folder, 'dist', 'electron-here'))
  })

  it('is the one that ELECTRON_OVERRIDE_DIST_PATH names', () => {
    const folder = tempFolder()
    const elsewhere = tempFolder()
    writeFileSync(path.join(folder, 'path.txt'), 'electron-here')
    writeFileSync(path.join(elsewhere, 'electron-here'), '')
    const env = { ELECTRON_OVERRIDE_DIST_PATH: elsewhere }
    expect(electronExecutable(folder, env)).toBe(path.join(elsewhere, 'electron-here'))
  })
})

describe('a refused download', () => {
  const refused = (folder: string, env: NodeJS.ProcessEnv = {}, version = '45.4.1') =>
    new RefusedDownload(folder, version, env)

  it('is remembered for a day', () => {
    const folder = tempFolder()
    refused(folder).remember('it was refused', 1_000)
    expect(refused(folder).recent(1_000 + 23 * HOUR_MS)).toBe('it was refused')
    expect(refused(folder).recent(1_000 + 24 * HOUR_MS)).toBeNull()
  })

  it('is another one with another mirror, proxy or version', () => {
    const folder = tempFolder()
    refused(folder).remember('it was refused', 1_000)
    expect(refused(folder, { ELECTRON_MIRROR: 'https://mirror.test/' }).recent(2_000)).toBeNull()
    expect(refused(folder, { https_proxy: 'http://proxy.test' }).recent(2_000)).toBeNull()
    expect(refused(folder, {}, '46.0.0').recent(2_000)).toBeNull()
    expect(refused(folder, { HOME: '/home/someone' }).recent(2_000)).toBe('it was refused')
  })

  it('is forgotten when told so, and when its file is broken', () => {
    const folder = tempFolder()
    refused(folder).remember('it was refused', 1_000)
    refused(folder).forget()
    expect(refused(folder).recent(2_000)).toBeNull()
    writeFileSync(path.join(folder, 'electron-refused.json'), '{')
    expect(refused(folder).recent(2_000)).toBeNull()
  })

  it.each([
    ['TypeError: fetch failed\n    at node:internal/deps/undici/undici:1\n', 'its server could not be reached'],
    [
      'TypeError: fetch failed\n    at x\n  [cause]: Error: getaddrinfo ENOTFOUND github.com\n',
      'getaddrinfo ENOTFOUND github.com',
    ],
    [
      'HTTPError: Response code 403 (Forbidden) for https://mirror.test/\n',
      'Response code 403 (Forbidden) for https://mirror.test/',
    ],
    ['', 'no reason given'],
  ])('tells from %j that %s', (output, problem) => {
    expect(downloadProblem(output)).toBe(problem)
  })
})

describe('a command that is watched for progress', () => {
  const node = (script: string, folders: string[], stallMs: number) =>
    runWhileProgressing({ command: process.execPath, args: ['-e', script], env: process.env, folders, stallMs })

  it('is done when it ends well', async () => {
    expect(await node('', [], 20_000)).toEqual({ state: 'done' })
  })

  it('fails with what it said', async () => {
    const outcome = await node("console.error('Error: refused'); process.exit(1)", [], 20_000)
    expect(outcome).toEqual({ state: 'failed', output: 'Error: refused\n' })
  })

  it('fails where it cannot even start', async () => {
    const missing = path.join(tempFolder(), 'missing')
    const run = { command: missing, args: [], env: process.env, folders: [], stallMs: 20_000 }
    expect(await runWhileProgressing(run)).toMatchObject({ state: 'failed' })
  })

  it('is ended when nothing grows and nothing is said', async () => {
    expect(await node('setInterval(() => {}, 1000)', [tempFolder()], 400)).toEqual({ state: 'stalled' })
  })

  it('goes on for as long as its files grow, far past the time that a stall would get', async () => {
    const folder = tempFolder()
    const file = JSON.stringify(path.join(folder, 'part'))
    const script = `const { appendFileSync } = require('node:fs')
      let left = 12
      const timer = setInterval(() => {
        appendFileSync(${file}, 'x')
        if (--left === 0) clearInterval(timer)
      }, 250)`
    expect(await node(script, [folder], 2_000)).toEqual({ state: 'done' })
  })
})
