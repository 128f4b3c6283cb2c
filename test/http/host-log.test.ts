import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openLog } from '../../electron/host/log.ts'
import { tempFolder } from '../support/temp-folder.ts'

const read = (folder: string) => readFileSync(path.join(folder, 'switchyard.log'), 'utf8')

it('keeps what happened and the stack of a fault, for the user alone', () => {
  const folder = tempFolder()
  openLog(folder).error('It failed.', new Error('outer', { cause: new Error('inner') }))
  expect(read(folder)).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z error It failed\. Error: outer\n {8}at /)
  expect(read(folder)).toContain('caused by Error: inner')
  expect(statSync(path.join(folder, 'switchyard.log')).mode & 0o777).toBe(0o600)
})

it('holds no token and no path of a file of the user', () => {
  const folder = tempFolder()
  const log = openLog(folder)
  const tokens = [randomBytes(32).toString('base64url'), randomBytes(32).toString('hex')]
  for (const token of tokens) log.info(`opened http://127.0.0.1:1/#launch=${token} with Bearer ${token}`)
  log.error('Reading failed.', new Error(`ENOENT: no such file or directory, open '/home/jane/deal/sites.csv'`))
  log.warn(`C: 'C:\\Users\\jane\\sites.csv' "file:///home/jane/b.csv"`)
  for (const secret of [...tokens, 'jane', 'sites.csv']) expect(read(folder)).not.toContain(secret)
  expect(read(folder)).toContain(`ENOENT: no such file or directory, open '…'`)
})

it('does not let text from elsewhere pose as a line of its own', () => {
  const folder = tempFolder()
  openLog(folder).info('name: a\n2026-01-01T00:00:00.000Z error forged\r\nmore')
  const lines = read(folder).trimEnd().split('\n')
  expect(lines.filter((line) => /^\d{4}-/.test(line))).toHaveLength(1)
})

it('begins a new file when one is full and keeps three full ones', () => {
  const folder = tempFolder()
  const log = openLog(folder, { maxBytes: 1_000 })
  for (let count = 0; count < 100; count++) log.info(`${count} ${'x '.repeat(50)}`)
  expect(readdirSync(folder).sort()).toEqual([
    'switchyard.1.log',
    'switchyard.2.log',
    'switchyard.3.log',
    'switchyard.log',
  ])
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).size).toBeLessThan(1_200)
  expect(`${readFileSync(path.join(folder, 'switchyard.1.log'), 'utf8')}${read(folder)}`).toContain(' info 99 ')
})

it('never stops the app when it cannot write', () => {
  expect(() => openLog('/dev/null/nowhere').info('lost')).not.toThrow()
})
