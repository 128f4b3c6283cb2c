import { once } from 'node:events'
import { createWriteStream, symlinkSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sitesCsv } from '../../electron/core/import/layouts/sites-csv.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { NO_SITES, readImport, writeTempFile } from '../support/read-import.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { withoutPermission } from '../support/without-permission.ts'

async function refusal(file: { path: string; name: string }): Promise<string> {
  const error = await readImport(file).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).toBe('bad_input')
  return (error as AppError).message
}

const HEADER = 'name,latitude,longitude\n'

describe('A file that is no table of sites gets one sentence', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', '"sites.csv" is empty; choose a file with something in it.'],
    ['blank lines alone', '\n\r\n\n', '"sites.csv" holds no text; choose a file with a header and sites.'],
    ['a header alone', HEADER, '"sites.csv" holds a header and no rows below it; add the sites and import again.'],
    [
      'a column twice',
      'name,latitude,longitude,Latitude\na,1,2,3\n',
      '"sites.csv" has the column "Latitude" twice; rename or remove one and import again.',
    ],
    [
      'binary',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 0, 0]),
      '"sites.csv" is a binary file of a kind that Switchyard does not read; save its table as CSV or workbook.',
    ],
    [
      'a zero byte far down',
      `${HEADER}${'a,1,2\n'.repeat(100_000)}b\0,1,2\n`,
      '"sites.csv" is a binary file (byte 600026 is zero); choose a CSV text file.',
    ],
    [
      'the beginning of an archive',
      'PK\x03\x04 and so on',
      '"sites.csv" is a damaged or incomplete archive; fetch it again and import that.',
    ],
    [
      'another table',
      'a,b\n1,2\n',
      '"sites.csv" has no column "name" (or "site_id") and "latitude" and "longitude"; Switchyard needs a name and a position for each site.',
    ],
    [
      'no longitude',
      'name,latitude\na,1\n',
      '"sites.csv" has no column "longitude"; Switchyard needs a name and a position for each site.',
    ],
    [
      'an open quote',
      `${HEADER}a,1,2\n"b,1,2\n`,
      'Row 3 of "sites.csv" opens a quote that is never closed; close it and import again.',
    ],
    [
      'more columns than anyone reads',
      `${HEADER.trim()},${Array.from({ length: 2_000 }, (_, index) => `c${index}`).join(',')}\na,1,2\n`,
      '"sites.csv" has 2003 columns and Switchyard reads 2000; remove those that do not matter.',
    ],
  ])('%s', async (_what, content, sentence) => {
    expect(await refusal(writeTempFile(content))).toBe(sentence)
  })

  test('not there', async () => {
    const file = path.join(tempFolder(), 'gone.csv')
    expect(await refusal({ path: file, name: 'gone.csv' })).toBe('"gone.csv" does not exist; check the path.')
  })

  test('a folder', async () => {
    expect(await refusal({ path: tempFolder(), name: 'folder' })).toBe('"folder" is a folder; choose a file in it.')
  })

  test.runIf(process.platform !== 'win32')('a link that leads to itself', async () => {
    const link = path.join(tempFolder(), 'loop.csv')
    symlinkSync(link, link)
    expect(await refusal({ path: link, name: 'loop.csv' })).toMatch(/is a link that leads back to itself/)
  })

  test('no permission to read it', async () => {
    const file = writeTempFile(`${HEADER}a,1,2\n`)
    expect(await withoutPermission(file.path, () => refusal(file))).toBe(
      'You have no permission to read "sites.csv"; change its permissions or copy it to a folder of your own.',
    )
  })

  test('over 2 GB, of which not one byte is read', async () => {
    const file = writeTempFile('')
    const handle = await open(file.path, 'r+')
    await handle.truncate(2 * 1024 ** 3 + 1)
    await handle.close()
    expect(await refusal(file)).toBe(
      '"sites.csv" is larger than 2 GB; split it and import the parts one after another.',
    )
  })
})

describe('200 MB on one line', () => {
  test('are refused after the first megabyte', async () => {
    const file = writeTempFile('')
    const stream = createWriteStream(file.path)
    const megabyte = Buffer.alloc(1024 ** 2, 'a,')
    for (let written = 0; written < 200; written++) if (!stream.write(megabyte)) await once(stream, 'drain')
    stream.end()
    await once(stream, 'close')

    const before = process.memoryUsage()
    expect(await refusal(file)).toBe(
      '"sites.csv" has a line longer than 1 MB; it is not a table of sites, so check how it was saved.',
    )
    const after = process.memoryUsage()
    expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(20 * 1024 ** 2)
  })
})

describe('A file that changes', () => {
  test('while it is read is not imported as half of it', async () => {
    const file = writeTempFile(`${HEADER}${'a,1,2\n'.repeat(20_000)}`)
    const table = await (await openSource(file)).csv()
    const handle = await open(file.path, 'a')
    await handle.write('z,1,2\n')
    await handle.close()
    await expect(async () => {
      for await (const _event of sitesCsv.read(table, NO_SITES));
    }).rejects.toThrow(/^"sites\.csv" was changed while it was read;/)
  })
})

describe('Whatever bytes a file holds', () => {
  test('reading it ends in rows or in one sentence', async () => {
    const text = fc.string({
      unit: fc.constantFrom('name', 'lat', 'lon', ',', '"', '\n', '\r', '1', '-95', ';', '=', 'é'),
    })
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      text,
      text.map((rest) => HEADER + rest),
    )
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        const file = writeTempFile(bytes)
        try {
          const { records, rejected, rowsRead } = await readImport(file)
          expect(records.length + rejected.length).toBe(rowsRead)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          expect((error as AppError).message).toMatch(/^[^\n]+\.$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
