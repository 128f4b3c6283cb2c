import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../electron/tooling/build.ts'
import { tempFolder } from '../support/temp-folder.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Runs "npm start" without npm; once the given text is printed, it is told to end. */
function start(args: string[], { until, env = {} }: { until?: RegExp; env?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...surroundings } = process.env
    const child = spawn(process.execPath, ['electron/tooling/with-node.js', 'electron/tooling/start.ts', ...args], {
      cwd: root,
      env: { ...surroundings, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      if (until?.test(out)) child.kill('SIGTERM')
    })
    child.stderr.on('data', (chunk) => {
      error += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, error }))
  })
}

describe('npm start', () => {
  beforeAll(() => build(['basemap', 'fonts', 'renderer']), 300_000)

  // Elsewhere than on Linux a window opens without any sign of a display, so there the browser must be asked for.
  const [args, why] =
    process.platform === 'linux'
      ? [[], 'there is no graphical display here']
      : [['--browser', '--no-open'], 'you asked for it']

  it('says in one line why there is no desktop window and how to get one, serves the page, and ends cleanly', async () => {
    const env = { SWITCHYARD_DATA: tempFolder() }
    const { code, out, error } = await start(args, { until: /#launch=\S+\n/, env })
    expect({ code, error }).toEqual({ code: 0, error: '' })
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^Switchyard runs in your browser, because .+; for the desktop window, .+\.$/)
    expect(lines[0]).toContain(why)
    expect(lines[1]).toMatch(/^Switchyard: http:\/\/127\.0\.0\.1:\d+\/#launch=/)
  })

  it('uses the browser at once when it is asked to', async () => {
    const env = { SWITCHYARD_DATA: tempFolder() }
    const { out } = await start(['--browser', '--no-open'], { until: /#launch=\S+\n/, env })
    expect(out).toContain('because you asked for it')
  })

  it.each([
    [['--desktop', '--browser'], '"--desktop" and "--browser" exclude each other.'],
    [['--window'], "Unknown option '--window'"],
  ])('refuses %j with its usage', async (args, problem) => {
    const { code, out, error } = await start(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(problem)
    expect(error).toContain('Usage: npm start')
  })

  it('explains itself', async () => {
    const { code, out } = await start(['--help'])
    expect(code).toBe(0)
    for (const name of ['ELECTRON_MIRROR', 'electron_config_cache', 'ELECTRON_OVERRIDE_DIST_PATH']) {
      expect(out).toContain(name)
    }
  })
})
