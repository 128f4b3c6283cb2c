import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openLog } from '../../electron/host/log.ts'
import { SettingsFile } from '../../electron/host/settings.ts'
import { tempFolder } from '../support/temp-folder.ts'

const open = (folder: string) => new SettingsFile(folder, openLog(folder))

it('remembers what was written after a restart, and merges names', async () => {
  const folder = tempFolder()
  const settings = open(folder)
  await settings.write({ theme: 'dark', view: { zoom: 5 } })
  await settings.write({ theme: 'light', author: 'Jane' })
  expect(open(folder).read()).toEqual({ theme: 'light', view: { zoom: 5 }, author: 'Jane' })
  expect(statSync(path.join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
})

it('keeps the last of many writes at once, and no half-written file', async () => {
  const folder = tempFolder()
  const settings = open(folder)
  await Promise.all(Array.from({ length: 30 }, (_, count) => settings.write({ count, [`name${count}`]: true })))
  expect(open(folder).read()['count']).toBe(29)
  expect(Object.keys(open(folder).read())).toHaveLength(31)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

it.each(['{"theme":', '[1,2]', 'null', '\u0000\u0001', '"text"'])(
  'survives the broken file %s, keeps it and says so in the log',
  async (text) => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'settings.json'), text)
    const settings = open(folder)
    expect(settings.read()).toEqual({})
    expect(readFileSync(path.join(folder, 'settings.json.broken'), 'utf8')).toBe(text)
    expect(readFileSync(path.join(folder, 'switchyard.log'), 'utf8')).toMatch(
      /The settings file could not be read; .*\./,
    )
    await settings.write({ theme: 'dark' })
    expect(open(folder).read()).toEqual({ theme: 'dark' })
  },
)

it('refuses to grow past 256 KB and stays as it was', async () => {
  const folder = tempFolder()
  const settings = open(folder)
  await settings.write({ theme: 'dark' })
  await expect(settings.write({ long: 'x'.repeat(300_000) })).rejects.toMatchObject({ code: 'bad_input' })
  expect(settings.read()).toEqual({ theme: 'dark' })
})

it('says in one sentence when they cannot be saved', async () => {
  const folder = path.join(tempFolder(), 'gone')
  const settings = new SettingsFile(folder, openLog(tempFolder()))
  await expect(settings.write({ theme: 'dark' })).rejects.toMatchObject({
    code: 'disk',
    message: expect.stringMatching(/^The settings could not be saved; .*\.$/),
  })
  expect(existsSync(folder)).toBe(false)
})
