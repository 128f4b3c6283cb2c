import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../electron/tooling/build.ts'
import { writeElectronStandIn } from '../support/electron-stand-in.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..', '..')
const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-package-'))

interface Target {
  readonly platform: 'linux' | 'win32'
  readonly arch: 'x64' | 'arm64'
  readonly flags: readonly string[]
  readonly unpacked: string
  readonly executable: string
  readonly binary: string
}

const TARGETS: readonly Target[] = [
  {
    platform: 'linux',
    arch: 'x64',
    flags: ['--linux', 'dir', '--x64'],
    unpacked: 'linux-unpacked',
    executable: 'switchyard',
    binary: 'linux-x64.node',
  },
  {
    platform: 'linux',
    arch: 'arm64',
    flags: ['--linux', 'dir', '--arm64'],
    unpacked: 'linux-arm64-unpacked',
    executable: 'switchyard',
    binary: 'linux-arm64.node',
  },
  {
    platform: 'win32',
    arch: 'x64',
    flags: ['--win', 'dir', '--x64', '-c.win.signAndEditExecutable=false'],
    unpacked: 'win-unpacked',
    executable: 'Switchyard.exe',
    binary: 'win32-x64.node',
  },
]

beforeAll(async () => {
  await build()
  for (const platform of ['linux', 'win32'] as const) await writeElectronStandIn(path.join(folder, platform), platform)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(TARGETS)('the app packaged for $platform $arch around a stand-in for Electron', (target) => {
  const output = path.join(folder, 'release', target.unpacked)
  const resources = path.join(output, 'resources')
  const archive = path.join(resources, 'app.asar')
  let files: string[] = []

  beforeAll(async () => {
    const cli = path.join(root, 'node_modules', 'electron-builder', 'out', 'cli', 'cli.js')
    const settings = [
      `-c.electronDist=${path.join(folder, target.platform)}`,
      `-c.directories.output=${path.join(folder, 'release')}`,
    ]
    await run(process.execPath, [cli, '--publish', 'never', ...target.flags, ...settings], { cwd: root })
    files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
  }, 120_000)

  it('holds these top-level entries and no other', () => {
    const top = new Set(files.map((name) => name.split('/')[1]))
    expect([...top].sort()).toEqual(['LICENSE', 'dist', 'node_modules', 'package.json'])
    const built = new Set(files.filter((name) => name.startsWith('/dist/')).map((name) => name.split('/')[2]))
    expect([...built].sort()).toEqual(['electron', 'renderer'])
    expect(files.filter((name) => name.startsWith('/dist/electron/')).sort()).toEqual([
      '/dist/electron/core-worker.cjs',
      '/dist/electron/licenses.md',
      '/dist/electron/main.cjs',
      '/dist/electron/preload.cjs',
      '/dist/electron/tile-worker.cjs',
    ])
    expect(files).toContain('/dist/renderer/index.html')
  })

  it('holds one module, with the one binary of its platform, outside the archive', () => {
    const modules = new Set(files.filter((name) => name.startsWith('/node_modules/')).map((name) => name.split('/')[2]))
    expect([...modules]).toEqual(['better-sqlite3'])
    const inModule = files.filter((name) => /^\/node_modules\/better-sqlite3\/[^/]+$/.test(name))
    expect(inModule.map((name) => path.posix.basename(name)).sort()).toEqual([
      'LICENSE',
      'lib',
      'package.json',
      'prebuilds',
    ])
    expect(files.filter((name) => name.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/${target.binary}`,
    ])
    const unpacked = path.join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds')
    expect(readdirSync(unpacked)).toEqual([target.binary])
  })

  it('holds no Node.js, no sources, no maps and no basemap inside the archive', () => {
    expect(files.filter((name) => /\/node(\.exe)?$|\.tsx?$|\.map$|\.pmtiles$|\.test\./.test(name))).toEqual([])
    expect(statSync(archive).size).toBeLessThan(20_000_000)
  })

  it('carries the files that are read in place beside the archive', () => {
    const list = (name: string) => readdirSync(path.join(resources, name)).sort()
    expect(list('basemap')).toEqual(['areas.json', 'basemap.pmtiles', 'labels.json'])
    expect(list('reference')).toEqual(['retired_coal.csv', 'sites.csv', 'us_counties.csv'])
    expect(list('fonts')).toEqual(['LICENSE_FONT', 'NotoSans_400Regular.ttf', 'NotoSans_600SemiBold.ttf'])
    expect(existsSync(path.join(resources, 'SOURCES.md'))).toBe(true)
    expect(
      readFileSync(path.join(resources, 'basemap', 'basemap.pmtiles'))
        .subarray(0, 7)
        .toString(),
    ).toBe('PMTiles')
  })

  it('starts the bundle that the manifest in the archive names', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
    expect(manifest.main).toBe('dist/electron/main.cjs')
    expect(files).toContain(`/${manifest.main}`)
  })

  if (target.platform === process.platform && target.arch === process.arch) {
    it('opens SQLite with what the archive holds and nothing else', async () => {
      const extracted = path.join(folder, 'extracted')
      extractAll(archive, extracted)
      const script =
        "const D = require('better-sqlite3'); console.log(new D(':memory:').prepare('SELECT 7').pluck().get())"
      const { stdout } = await run(process.execPath, ['-e', script], { cwd: extracted })
      expect(stdout).toBe('7\n')
    })
  }

  it('has Electron’s fuses set so that only this archive runs, and not as Node', async () => {
    const wire = await getCurrentFuseWire(path.join(output, target.executable))
    const { DISABLE: off, ENABLE: on } = FuseState
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    })
  })
})

describe('the packager’s configuration', () => {
  const configuration = () => import('app-builder-lib/out/util/config/config.js')
  const logger = { isEnabled: false, add: () => {} }

  it('is valid by the packager’s own schema', async () => {
    const { getConfig, validateConfiguration } = await configuration()
    const config = await getConfig(root, 'electron-builder.yml', null)
    await expect(validateConfiguration(config, logger as never)).resolves.toBeUndefined()
  })

  it('would not be valid with a misspelled name', async () => {
    const { getConfig, validateConfiguration } = await configuration()
    const config = { ...(await getConfig(root, 'electron-builder.yml', null)), asarUnpak: ['x'] }
    await expect(validateConfiguration(config, logger as never)).rejects.toThrow("unknown property 'asarUnpak'")
  })

  it('packs the very Electron that the project is typed and tested against', async () => {
    const { getConfig } = await configuration()
    const config = await getConfig(root, 'electron-builder.yml', null)
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    expect(config.electronVersion).toBe(manifest.devDependencies.electron)
    // The newest major when this was written is 45; older than the one before it gets no security fixes.
    expect(Number(manifest.devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(44)
  })

  it('has an icon of 1024 pixels', () => {
    const png = readFileSync(path.join(root, 'data', 'icons', 'icon.png'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024])
  })
})
