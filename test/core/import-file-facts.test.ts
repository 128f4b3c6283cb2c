import { renameSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { FileFacts } from '../../electron/core/import/source/file-facts.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import { tempFolder } from '../support/temp-folder.ts'

const LONG_AGO = new Date('2024-03-01T12:00:00Z')

function write(file: string, text: string, changed = LONG_AGO): void {
  writeFileSync(file, text)
  utimesSync(file, changed, changed)
}

/** Facts that say how often the file was read. */
function counted() {
  const facts = new FileFacts<number>()
  let reads = 0
  return (file: string) => facts.of(file, async () => ++reads)
}

test('a file that stays as it is is read once', async () => {
  const file = path.join(tempFolder(), 'a.csv')
  write(file, 'one')
  const readsOf = counted()
  expect([await readsOf(file), await readsOf(file), await readsOf(file)]).toEqual([1, 1, 1])
})

test.each([
  ['of another size', (file: string) => write(file, 'three')],
  ['changed at another time', (file: string) => write(file, 'two', new Date('2024-03-02'))],
  ['of the same size and time', (file: string) => write(file, 'two')],
  [
    'another one that took its name',
    (file: string) => {
      write(`${file}.new`, 'two')
      renameSync(`${file}.new`, file)
    },
  ],
])('a file that is then %s is read again', async (_, change) => {
  const file = path.join(tempFolder(), 'a.csv')
  write(file, 'one')
  const readsOf = counted()
  await readsOf(file)
  change(file)
  expect(await readsOf(file)).toBe(2)
})

test('a file that was changed a moment ago is read each time', async () => {
  const file = path.join(tempFolder(), 'a.csv')
  write(file, 'one', new Date())
  const readsOf = counted()
  expect([await readsOf(file), await readsOf(file)]).toEqual([1, 2])
})

test('what reading a file throws is thrown and not kept', async () => {
  const file = path.join(tempFolder(), 'a.csv')
  write(file, 'one')
  const facts = new FileFacts<string>()
  await expect(facts.of(file, () => Promise.reject(new Error('bad')))).rejects.toThrow('bad')
  expect(await facts.of(file, async () => 'good')).toBe('good')
})

test('a file opened again under another name goes by that name, with the hash of what it now holds', async () => {
  const file = path.join(tempFolder(), 'a.csv')
  write(file, 'name,latitude,longitude\nA,1,2\n')
  const first = await openSource({ path: file, name: 'first.csv' })
  const second = await openSource({ path: file, name: 'second.csv' })
  expect(second.sha256).toBe(first.sha256)
  expect((await second.csv()).file.name).toBe('second.csv')
  write(file, 'name,latitude,longitude\nB,1,2\n')
  const third = await openSource({ path: file, name: 'third.csv' })
  expect(third.sha256).not.toBe(first.sha256)
  let rows = 0
  for await (const batch of (await third.csv()).batches()) rows += batch.rows.length
  expect(rows).toBe(1)
})
