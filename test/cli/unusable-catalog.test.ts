import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { Database } from '../../electron/core/db/database.ts'
import { runCli, runJson, startCli } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function referenceCatalog(): Promise<string> {
  const catalog = path.join(tempFolder(), 'catalog.sqlite')
  await runJson(['init', '--reference', '--catalog', catalog])
  return catalog
}

async function refused(catalog: string): Promise<string> {
  const { code, stdout, stderr } = await runCli(['check', '--catalog', catalog, '--json'])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^[^\n]+\.\n$/)
  return stderr
}

describe('A catalog that cannot be used gets one sentence and stays as it is', () => {
  test('not there', async () => {
    const catalog = path.join(tempFolder(), 'gone.sqlite')
    expect(await refused(catalog)).toBe(
      `There is no catalog at ${catalog}; make one with "switchyard init --reference" or name another with --catalog.\n`,
    )
  })

  test('from a newer version', async () => {
    const catalog = await referenceCatalog()
    const db = new Database(catalog)
    db.pragma('user_version = 999990')
    db.pragma('journal_mode = DELETE')
    db.close()
    const before = readFileSync(catalog)
    expect(await refused(catalog)).toMatch(/newer/i)
    expect(readFileSync(catalog).equals(before)).toBe(true)
  })

  test('cut short', async () => {
    const catalog = await referenceCatalog()
    truncateSync(catalog, Math.floor(statSync(catalog).size / 2))
    const before = readFileSync(catalog)
    expect(await refused(catalog)).toMatch(/is damaged/)
    expect(readFileSync(catalog).equals(before)).toBe(true)
  })

  test('of another kind', async () => {
    const catalog = path.join(tempFolder(), 'notes.txt')
    writeFileSync(catalog, 'Buy milk, and then some more words so that this is longer than a header.')
    expect(await refused(catalog)).toMatch(/is not a Switchyard catalog/)
    expect(readFileSync(catalog, 'utf8')).toMatch(/^Buy milk/)
  })

  test('open elsewhere, and free again when that one is killed', async () => {
    const catalog = await referenceCatalog()
    const { child, result } = startCli(['serve', '--no-open', '--catalog', catalog, '--json'])
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    expect(await refused(catalog)).toMatch(/is open in another Switchyard/)
    child.kill('SIGKILL')
    await result
    expect(await runJson(['check', '--catalog', catalog])).toMatchObject({ ok: true })
  })

  test('a copy of a sound one is sound', async () => {
    const catalog = await referenceCatalog()
    const copy = path.join(tempFolder(), 'copy.sqlite')
    copyFileSync(catalog, copy)
    expect(await runJson(['check', '--catalog', copy])).toMatchObject({ ok: true })
  })
})
