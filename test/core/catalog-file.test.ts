import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUp, backupsOf } from '../../electron/core/db/backup.ts'
import { Database } from '../../electron/core/db/database.ts'
import { SCHEMA_VERSION } from '../../electron/core/db/migrations/migrations.ts'
import { openCatalog } from '../../electron/core/db/open-catalog.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { sitesCsv, THREE_SITES } from '../support/builders.ts'
import { coreChild } from '../support/core-child.ts'
import { tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

function refusal(catalogFile: string): AppError {
  try {
    const { db, lock } = openCatalog(catalogFile, Date.now())
    db.close()
    lock.release()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('The catalog was opened.')
}

async function filledCatalog(): Promise<string> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv(Array.from({ length: 300 }, () => ({}))))
  await catalog.close()
  return catalog.file
}

describe('a new catalog', () => {
  test.skipIf(process.platform === 'win32')('and its folder are for their owner only', async () => {
    const file = path.join(tempFolder(), 'new', 'catalog.db')
    const { db, lock } = openCatalog(file, Date.now())
    backUp(db, file, Date.now())
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
    for (const each of [file, `${file}-wal`, `${file}.lock`, ...backupsOf(file)])
      expect(statSync(each).mode & 0o777, each).toBe(0o600)
    db.close()
    lock.release()
  })

  test('is written through to the disk with every commit', () => {
    const { db, lock } = openCatalog(path.join(tempFolder(), 'catalog.db'), Date.now())
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'temp_store']
    expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 0, 1, 1])
    db.close()
    lock.release()
  })
})

describe('a catalog that cannot be used', () => {
  test('since a newer Switchyard wrote it is refused with both versions and left as it is', async () => {
    const file = await filledCatalog()
    const db = new Database(file)
    db.pragma('user_version = 9000')
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    const before = readFileSync(file)
    expect(refusal(file)).toMatchObject({
      code: 'catalog_unusable',
      message: `The catalog ${file} was written by a newer Switchyard (schema 9000, this one knows ${SCHEMA_VERSION}); install the newer version to open it.`,
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(backupsOf(file)).toEqual([])
  })

  test('since it is cut off is refused, untouched, and its newest backup is named', async () => {
    const file = await filledCatalog()
    const { db, lock } = openCatalog(file, Date.now())
    backUp(db, file, Date.UTC(2026, 0, 1))
    const newest = backUp(db, file, Date.UTC(2026, 0, 2))
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    lock.release()
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096 + 100)
    const before = readFileSync(file)
    expect(refusal(file)).toMatchObject({
      code: 'catalog_unusable',
      message: `The catalog ${file} is damaged; open its newest backup, ${newest}.`,
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test.each([
    ['text', 'site_id,name\r\n'],
    ['a cut-off first page', 'SQLite format 3\0'],
    ['zeros', '\0'.repeat(8_192)],
  ])('since it is %s is refused and left as it is', (_, content) => {
    const file = path.join(tempFolder(), 'catalog.db')
    writeFileSync(file, content)
    const error = refusal(file)
    expect(error.code).toBe('catalog_unusable')
    expect(error.message).toMatch(
      /^The catalog .* (is damaged|is not a Switchyard catalog); there is no backup of it, so choose another catalog\.$/,
    )
    expect(readFileSync(file, 'utf8')).toBe(content)
  })

  test("since it is another program's database is refused and left as it is", () => {
    const file = path.join(tempFolder(), 'photos.db')
    const other = new Database(file)
    other.exec('CREATE TABLE photo (x)')
    other.close()
    const before = readFileSync(file)
    expect(refusal(file)).toMatchObject({
      code: 'catalog_unusable',
      message: `${file} is a database of another program; choose a Switchyard catalog or a new file.`,
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('since its place is a folder is refused with one sentence', () => {
    const file = path.join(tempFolder(), 'catalog.db')
    mkdirSync(file)
    expect(refusal(file)).toMatchObject({ code: 'catalog_unusable' })
  })

  test('since a file stands where its folder should be is refused with one sentence', () => {
    const inTheWay = path.join(tempFolder(), 'file')
    writeFileSync(inTheWay, '')
    const file = path.join(inTheWay, 'catalog.db')
    expect(refusal(file)).toMatchObject({
      code: 'catalog_unusable',
      message: `The catalog ${file} cannot be opened for writing; check that the file and its folder are yours, or choose another catalog.`,
    })
  })
})

describe('the lock', () => {
  test('keeps a second process out with one sentence, and is free as soon as the first is killed', async () => {
    const file = path.join(tempFolder(), 'catalog.db')
    const child = coreChild('hold', file)
    expect(await child.nextLine()).toBe('open')
    expect(refusal(file)).toMatchObject({
      code: 'busy',
      message: `The catalog ${file} is open in another Switchyard; close that one or choose another catalog.`,
    })
    await child.kill()
    const { db, lock } = openCatalog(file, Date.now())
    db.close()
    lock.release()
  })

  test('is free after an ordinary close', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    await catalog.reopen()
    expect((await catalog.call['catalog.summary']({})).siteCount).toBe(3)
  })
})

describe('backups', () => {
  test('are kept ten deep, oldest out first, and each opens as a catalog', async () => {
    const file = await filledCatalog()
    const { db, lock } = openCatalog(file, Date.now())
    const made = Array.from({ length: 13 }, (_, day) => backUp(db, file, Date.UTC(2026, 0, day + 1)))
    db.close()
    lock.release()
    expect(backupsOf(file)).toEqual(made.slice(-10).reverse())
    expect(readdirSync(path.join(path.dirname(file), 'backups'))).toHaveLength(10)
    const copy = openCatalog(made.at(-1) ?? '', Date.now())
    expect(copy.db.prepare('SELECT count(*) FROM site').pluck().get()).toBe(300)
    copy.db.close()
    copy.lock.release()
  })

  test('made in the same millisecond do not overwrite each other', () => {
    const file = path.join(tempFolder(), 'catalog.db')
    const { db, lock } = openCatalog(file, Date.now())
    expect(backUp(db, file, 5)).not.toBe(backUp(db, file, 5))
    expect(backupsOf(file)).toHaveLength(2)
    db.close()
    lock.release()
  })
})
