import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { runCli, runJson, startCli } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const REFERENCE = path.resolve(import.meta.dirname, '..', '..', 'data', 'reference')

/** A folder with a file to import, and the path of a catalog that is not there yet. */
function place(text = 'site_id,name,lat,lon,mw\na,Alpha,31,-97,100\nb,Beta,32,-98,50\n') {
  const folder = tempFolder()
  writeFileSync(path.join(folder, 'list.csv'), text)
  return { folder, file: path.join(folder, 'list.csv'), catalog: path.join(folder, 'catalog.sqlite') }
}

const siteCount = async (catalog: string) => (await runJson<{ sites: number }>(['init', '--catalog', catalog])).sites

describe('import', () => {
  test('makes the catalog and says what went in', async () => {
    const { file, catalog } = place()
    expect(await runJson(['import', file, '--catalog', catalog])).toEqual({
      format: 'sites-csv',
      kind: 'sites',
      added: 2,
      updated: 0,
      unchanged: 0,
      removed: 0,
      rejected: [],
      records: 2,
      title: 'List of sites',
      as_of: null,
      summary: {},
      notes: [],
    })
    expect(await siteCount(catalog)).toBe(2)
  })

  test('of the next edition says what changed in it', async () => {
    const { file, catalog } = place('site_id,name,lat,lon\na,A,1,2\nb,B,1,2\nc,C,1,2\n')
    await runJson(['import', file, '--catalog', catalog])
    writeFileSync(file, 'site_id,name,lat,lon\na,A,1,2\nb,B2,1,2\nd,D,1,2\n')
    expect(await runJson(['import', file, '--catalog', catalog])).toMatchObject({
      added: 1,
      updated: 1,
      unchanged: 1,
      removed: 1,
      records: 3,
    })
  })

  test('rejects bad rows with their reasons and takes the rest', async () => {
    const { file, catalog } = place(
      'site_id,name,lat,lon,mw\na,Alpha,31,-97,100\nb,North,95,-97,1\nc,Broken,31,-97,1o0\na,Twice,31,-97,1\n',
    )
    expect(await runJson(['import', file, '--catalog', catalog])).toMatchObject({
      added: 1,
      records: 4,
      rejected: [
        { row: 3, column: 'lat', reason: 'latitude 95 is outside -90 to 90' },
        { row: 4, column: 'mw', reason: '"1o0" is not a number' },
        { row: 5, column: 'site_id', reason: '"a" already stands in row 2' },
      ],
    })
  })

  test('of an edition none of whose rows can go in leaves the one before it', async () => {
    const { file, catalog } = place()
    await runJson(['import', file, '--catalog', catalog])
    writeFileSync(file, 'site_id,name,lat,lon\na,Alpha,95,-97\nb,Beta,-95,-98\n')
    expect(await runJson(['import', file, '--catalog', catalog])).toMatchObject({
      ...{ added: 0, updated: 0, unchanged: 0, removed: 0, records: 2 },
      rejected: [{ row: 2 }, { row: 3 }],
    })
    expect(await siteCount(catalog)).toBe(2)
  })

  test('with --dry-run says the same and changes nothing, not even a catalog that is not there', async () => {
    const { folder, file, catalog } = place()
    expect(await runJson(['import', file, '--catalog', catalog, '--dry-run'])).toMatchObject({ added: 2 })
    expect(readdirSync(folder)).toEqual(['list.csv'])
    await runJson(['init', '--catalog', catalog])
    expect(await runJson(['import', file, '--catalog', catalog, '--dry-run'])).toMatchObject({ added: 2 })
    expect(await siteCount(catalog)).toBe(0)
  })

  test('of a file that cannot be read leaves no catalog behind and prints one sentence', async () => {
    const { folder, catalog } = place()
    const binary = path.join(folder, 'binary.csv')
    writeFileSync(binary, Buffer.alloc(64))
    expect(await runCli(['import', binary, '--catalog', catalog, '--json'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '"binary.csv" is a binary file of a kind that Switchyard does not read; save its table as CSV or workbook.\n',
    })
    expect(existsSync(catalog)).toBe(false)
  })

  test('of several files takes those that can be read, in one object', async () => {
    const { folder, catalog } = place()
    const { code, stdout, stderr } = await runCli(
      ['import', 'list.csv', 'gone.csv', path.join(REFERENCE, 'retired_coal.csv'), '--catalog', catalog, '--json'],
      { cwd: folder },
    )
    expect(code).toBe(1)
    expect(stderr).toBe('"gone.csv" does not exist; check the path.\n')
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { file: 'list.csv', format: 'sites-csv', added: 2 },
        { file: 'gone.csv', error: '"gone.csv" does not exist; check the path.' },
        { format: 'reference-retired-coal', added: 291, records: 301, rejected: [] },
      ],
    })
    expect(await siteCount(catalog)).toBe(293)
  })

  test('tells a person the same in words', async () => {
    const { file, catalog } = place('name,lat,lon\nAlpha,31,-97\nBeta,95,-98\n')
    const { code, stdout, stderr } = await runCli(['import', file, '--catalog', catalog])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('2 rows read; 1 sites added, 0 updated, 0 unchanged, 0 removed; 1 rows rejected.')
    expect(stdout).toMatch(/^ +3 {2}lat +latitude 95 is outside -90 to 90$/m)
  })

  test('that is interrupted changes nothing and ends with code 1', async () => {
    const { file, catalog } = place()
    await runJson(['import', file, '--catalog', catalog])
    const before = readFileSync(catalog)
    const rows = Array.from({ length: 400_000 }, (_, index) => `s${index},Site ${index},31.5,-97.5,100\n`)
    writeFileSync(file, `site_id,name,lat,lon,mw\n${rows.join('')}`)

    const { child, result } = startCli(['import', file, '--catalog', catalog])
    const openedCatalog = `${catalog}-wal`
    while (!existsSync(openedCatalog)) await setTimeout(20)
    // So many rows take far longer than this; the answer is the same wherever the import has come to.
    await setTimeout(1_500)
    child.kill('SIGINT')
    const { code, stdout, stderr } = await result
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(
      /^(Cancelled; nothing was changed|"Import list\.csv" was cancelled; the catalog is as it was before)\.\n$/,
    )
    expect(await siteCount(catalog)).toBe(2)
    expect(readFileSync(catalog).length).toBe(before.length)
  })
})

describe('init', () => {
  test('--reference makes a catalog of the 498 reference sites, once', async () => {
    const { catalog } = place()
    const first = await runJson<{ created: boolean; sites: number; imports: { records: number }[] }>([
      'init',
      '--reference',
      '--catalog',
      catalog,
    ])
    expect(first).toMatchObject({ catalog, created: true, sites: 498 })
    expect(first.imports.map(({ records }) => records)).toEqual([267, 301])
    expect(await runJson(['init', '--reference', '--catalog', catalog])).toEqual({
      catalog,
      created: false,
      sites: 498,
      imports: [],
    })
  })
})
