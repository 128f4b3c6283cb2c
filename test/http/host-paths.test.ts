import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { appVersion } from '../../electron/host/app-version.ts'
import { authorName } from '../../electron/host/author-name.ts'
import {
  defaultCatalogFile,
  ensurePrivateFolder,
  resourceFolders,
  runtimeFolder,
  userDataFolder,
} from '../../electron/host/paths.ts'
import { safeFileName } from '../../electron/host/safe-file-name.ts'
import { tempFolder } from '../support/temp-folder.ts'

const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) => ({ platform, env, home: '/home/jane' })

describe("the user's data folder", () => {
  it('is where each system keeps application data', () => {
    expect(userDataFolder(on('linux'))).toBe('/home/jane/.local/share/switchyard')
    expect(userDataFolder(on('linux', { XDG_DATA_HOME: '/data' }))).toBe('/data/switchyard')
    expect(userDataFolder(on('darwin'))).toBe('/home/jane/Library/Application Support/Switchyard')
    expect(userDataFolder(on('win32', { APPDATA: '/roaming' }))).toBe('/roaming/Switchyard')
  })

  it('ignores a relative XDG folder, as the specification asks', () => {
    expect(userDataFolder(on('linux', { XDG_DATA_HOME: 'data' }))).toBe('/home/jane/.local/share/switchyard')
    expect(runtimeFolder(on('linux', { XDG_RUNTIME_DIR: 'run' }))).toBe('/home/jane/.local/share/switchyard/runtime')
  })

  it('is the one that SWITCHYARD_DATA names, with everything in it', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const there = on(platform, { SWITCHYARD_DATA: '/deals', XDG_RUNTIME_DIR: '/run/user/1', APPDATA: '/roaming' })
      expect(userDataFolder(there)).toBe('/deals')
      expect(runtimeFolder(there)).toBe('/deals/runtime')
    }
    expect(defaultCatalogFile('/deals')).toBe('/deals/catalog.sqlite')
  })

  it('is made for the user alone, and one that others share is left as it is', () => {
    const folder = tempFolder()
    expect(statSync(ensurePrivateFolder(path.join(folder, 'a', 'b'))).mode & 0o777).toBe(0o700)
    mkdirSync(path.join(folder, 'shared'))
    chmodSync(path.join(folder, 'shared'), 0o775)
    expect(statSync(ensurePrivateFolder(path.join(folder, 'shared'))).mode & 0o777).toBe(0o775)
  })
})

it('finds what ships with the app from source and once packaged', () => {
  expect(existsSync(path.join(resourceFolders().reference, 'sites.csv'))).toBe(true)
  expect(resourceFolders('/opt/app/resources').fonts).toBe('/opt/app/resources/fonts')
  expect(appVersion()).toMatch(/^\d+\.\d+\.\d+/)
})

it('signs edits with the name in the settings, else with the account’s', () => {
  expect(authorName({ author: ' Jane Doe ' })).toBe('Jane Doe')
  expect(authorName({ author: 7 }).length).toBeGreaterThan(0)
  expect(authorName({ author: ' ' })).toBe(authorName({}))
})

it.each([
  ['sites.csv', 'sites.csv'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\jane\\sites.csv', 'sites.csv'],
  ['..', 'file'],
  ['', 'file'],
  ['a/', 'file'],
  ['.bashrc', 'bashrc'],
  ['a\u0000\r\n"b<>|?*:.csv', 'ab.csv'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['NUL.csv', 'file-NUL.csv'],
  ['Größe 100 %.csv', 'Größe 100 %.csv'],
  ['name. . ', 'name'],
  [`${'x'.repeat(300)}.geojson`, `${'x'.repeat(172)}.geojson`],
])('makes of the name %j the file name %j', (given, expected) => {
  expect(safeFileName(given)).toBe(expected)
})
