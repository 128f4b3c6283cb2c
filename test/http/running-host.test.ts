import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { askRunningHost, noteRunningHost } from '../../electron/http/running-host.ts'
import { openSession, startTestHost } from '../support/http-host.ts'
import { tempFolder } from '../support/temp-folder.ts'

const catalogFile = '/deals/catalog.sqlite'

it('gives a launch address to a process that can read the note of the running host', async () => {
  const host = await startTestHost()
  const folder = path.join(tempFolder(), 'runtime')
  const forget = noteRunningHost(folder, catalogFile, host)
  const launchUrl = await askRunningHost(folder, catalogFile)
  expect(await openSession(host, launchUrl ?? '')).toHaveLength(43)
  expect(await askRunningHost(folder, '/deals/other.sqlite')).toBeNull()
  forget()
  expect(readdirSync(folder)).toEqual([])
  expect(await askRunningHost(folder, catalogFile)).toBeNull()
})

it('keeps the note for the user alone, also where an older one lay open', async () => {
  const host = await startTestHost()
  const folder = tempFolder()
  noteRunningHost(folder, catalogFile, host)
  const file = path.join(folder, readdirSync(folder)[0] ?? '')
  writeFileSync(file, '{}', { mode: 0o644 })
  noteRunningHost(folder, catalogFile, host)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(file)).toBe(true)
})

it('asks nobody when the host that left the note has ended, though its port is taken', async () => {
  const host = await startTestHost()
  const folder = tempFolder()
  noteRunningHost(folder, catalogFile, host)
  const file = path.join(folder, readdirSync(folder)[0] ?? '')
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), processId: ended }))
  expect(await askRunningHost(folder, catalogFile)).toBeNull()
})

it.each(['', '{', '[]', '{"url":"http://evil.test","controlToken":"x","processId":1}'])(
  'takes nothing from the note %s',
  async (text) => {
    const host = await startTestHost()
    const folder = tempFolder()
    noteRunningHost(folder, catalogFile, host)
    writeFileSync(path.join(folder, readdirSync(folder)[0] ?? ''), text)
    expect(await askRunningHost(folder, catalogFile)).toBeNull()
  },
)
