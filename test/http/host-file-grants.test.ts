import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { FileGrants } from '../../electron/host/file-grants.ts'
import { tempFolder } from '../support/temp-folder.ts'

function open(limitBytes?: number): { grants: FileGrants; folder: string } {
  const folder = tempFolder()
  const grants = new FileGrants(path.join(folder, 'temporary'), limitBytes)
  onTestFinished(() => grants.close())
  return { grants, folder }
}

const bytes = (text: string) => new TextEncoder().encode(text)

it('puts a dropped file together from pieces, in the order they were handed over', async () => {
  const { grants } = open()
  const { grant } = await grants.receive({ name: 'a/b.csv', bytes: bytes('0'), last: false })
  const pieces = ['1', '2', '3', '4'].map((text, index) =>
    grants.receive({ grant, name: 'b.csv', bytes: bytes(text), last: index === 3 }),
  )
  expect((await Promise.all(pieces)).at(-1)).toEqual({ grant, name: 'b.csv', size: 5 })
  expect(readFileSync(grants.resolve(grant).path, 'utf8')).toBe('01234')
})

it('gives no file out before its last piece, and takes none after it', async () => {
  const { grants } = open()
  const { grant } = await grants.receive({ name: 'a.csv', bytes: bytes('1'), last: false })
  expect(() => grants.resolve(grant)).toThrow(/choose it again/)
  await grants.receive({ grant, name: 'a.csv', bytes: bytes('2'), last: true })
  await expect(grants.receive({ grant, name: 'a.csv', bytes: bytes('3'), last: true })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(readFileSync(grants.resolve(grant).path, 'utf8')).toBe('12')
})

it('gives a file up that grows too large, and deletes what had come', async () => {
  const { grants, folder } = open(10)
  const { grant } = await grants.receive({ name: 'a.csv', bytes: bytes('123456'), last: false })
  await expect(grants.receive({ grant, name: 'a.csv', bytes: bytes('123456'), last: true })).rejects.toMatchObject({
    code: 'bad_input',
  })
  await expect(grants.receive({ grant, name: 'a.csv', bytes: bytes('1'), last: true })).rejects.toMatchObject({
    code: 'not_found',
  })
  const kept = readdirSync(path.join(folder, 'temporary'), { recursive: true, encoding: 'utf8' })
  expect(kept.filter((name) => path.basename(path.dirname(name)) === 'received')).toEqual([])
})

it('takes in at most sixteen files at once', async () => {
  const { grants } = open()
  for (let count = 0; count < 16; count++) await grants.receive({ name: 'a', bytes: bytes('1'), last: false })
  await expect(grants.receive({ name: 'a', bytes: bytes('1'), last: false })).rejects.toMatchObject({ code: 'busy' })
})

it('grants what the user chose where it lies, and leaves it there', async () => {
  const { grants, folder } = open()
  const file = path.join(folder, 'sites.csv')
  writeFileSync(file, 'abc')
  const { grant, name, size } = await grants.grantChosen(file)
  expect([name, size, grants.resolve(grant).path]).toEqual(['sites.csv', 3, file])
  expect(() => grants.resolveMade(grant)).toThrow(/make it again/)
  await grants.close()
  expect(existsSync(file)).toBe(true)
  expect(() => grants.resolve(grant)).toThrow(/choose it again/)
})

it.each(['nowhere.csv', '.'])('refuses to grant %s', async (name) => {
  const { grants, folder } = open()
  await expect(grants.grantChosen(path.join(folder, name))).rejects.toMatchObject({ code: 'bad_input' })
})

it('knows no grant that it has not given', () => {
  const { grants } = open()
  for (const grant of [randomUUID(), '__proto__', 'constructor', ''])
    expect(() => grants.resolve(grant)).toThrow(/choose it again/)
})

it('clears away what a killed process left, and nothing of one that runs', () => {
  const folder = tempFolder()
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  for (const owner of [ended, process.pid])
    mkdirSync(path.join(folder, `files-${owner}-left`, 'received'), { recursive: true })
  mkdirSync(path.join(folder, 'other'))
  const grants = new FileGrants(folder)
  onTestFinished(() => grants.close())
  expect(readdirSync(folder)).not.toContain(`files-${ended}-left`)
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([`files-${process.pid}-left`, 'other']))
})

it('takes granted paths out of what goes into the log', async () => {
  const { grants, folder } = open()
  const file = path.join(folder, 'secret deal.csv')
  writeFileSync(file, '')
  await grants.grantChosen(file)
  expect(grants.hidePaths(`cannot read ${file} or ${grants.outputFolder}/x`)).not.toContain(folder)
})

it('hands out what the page says it made, such as a picture of the map, and no file that it was given', async () => {
  const { grants } = open()
  const given = await grants.receive({ name: 'a.csv', bytes: bytes('1'), last: true })
  expect(() => grants.resolveMade(given.grant)).toThrow(/make it again/)
  const { grant } = await grants.receive({ name: '../map.svg', bytes: bytes('<svg'), last: false, made: true })
  expect(() => grants.resolveMade(grant)).toThrow(/make it again/)
  await grants.receive({ grant, name: 'map.svg', bytes: bytes('/>'), last: true, made: true })
  const made = grants.resolveMade(grant)
  expect([made.name, readFileSync(made.path, 'utf8')]).toEqual(['map.svg', '<svg/>'])
})
