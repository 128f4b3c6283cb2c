import { zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sitesCsv, THREE_SITES } from '../support/builders.ts'
import { contentOf, peek, tempCatalog } from '../support/temp-catalog.ts'

async function sound(catalog: ReturnType<typeof tempCatalog>) {
  expect((await catalog.call['catalog.check']({})).filter((finding) => !finding.ok)).toEqual([])
}

describe('importing a file', () => {
  test('adds its sites and keeps the file with its hash', async () => {
    const catalog = tempCatalog()
    const report = await catalog.report(THREE_SITES)
    expect(report).toMatchObject({ records: 3, added: 3, updated: 0, unchanged: 0, removed: 0, rejectedCount: 0 })
    const summary = await catalog.call['catalog.summary']({})
    expect(summary).toMatchObject({ siteCount: 3, revision: 1, dataSets: [{ fileName: 'sites.csv', rows: 3 }] })
    const [file] = peek<{ sha256: string; encoding: string; content: Buffer }>(catalog, 'SELECT * FROM archived_file')
    expect(file?.sha256).toBe(summary.dataSets[0]?.sha256)
    const content = file?.encoding === 'zstd' ? zstdDecompressSync(file.content) : file?.content
    expect(content?.toString('utf8')).toBe(THREE_SITES)
    await sound(catalog)
  })

  test('again changes nothing at all', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const before = contentOf(catalog)
    expect(await catalog.report(THREE_SITES)).toMatchObject({ added: 0, updated: 0, unchanged: 3, removed: 0 })
    expect(contentOf(catalog)).toEqual(before)
  })

  test('of its next edition says what is new, changed, the same and gone', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ voltage_kv: 69 }, { voltage_kv: 138 }, {}, {}]))
    const next = sitesCsv([{ voltage_kv: 69 }, { voltage_kv: 345 }, {}, { site_id: 'site-9' }])
    expect(await catalog.report(next)).toMatchObject({ added: 1, updated: 1, unchanged: 2, removed: 1 })
    expect(peek(catalog, 'SELECT id, grid_voltage_kv AS kv FROM site ORDER BY id')).toEqual([
      { id: 'site-1', kv: 69 },
      { id: 'site-2', kv: 345 },
      { id: 'site-3', kv: null },
      { id: 'site-9', kv: null },
    ])
    expect(await catalog.call['sites.within']({ west: -98, south: 31, east: -97, north: 32 })).toHaveLength(4)
    expect(peek(catalog, 'SELECT count(*) AS files FROM archived_file')).toEqual([{ files: 2 }])
    await sound(catalog)
  })

  test('whose rows only moved counts them as unchanged and shows their new row numbers', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ site_id: 'a' }, { site_id: 'b', name: 'Site 1' }]))
    const moved = sitesCsv([{ site_id: 'b' }, { site_id: 'a', name: 'Site 1' }])
    expect(await catalog.report(moved)).toMatchObject({ added: 0, updated: 0, unchanged: 2, removed: 0 })
    expect((await catalog.call['sites.get']({ siteId: 'a' })).records[0]?.rowNumber).toBe(3)
  })

  test('rejects the second row of one site with its reason and takes the rest', async () => {
    const catalog = tempCatalog()
    const report = await catalog.report(sitesCsv([{}, { site_id: 'site-1', name: 'Twin' }, {}]))
    expect(report).toMatchObject({ added: 2, rejectedCount: 1 })
    expect(report.rejected).toMatchObject([{ row: 3 }])
    expect(report.rejected[0]?.reason).toContain('row 2')
    expect(peek(catalog, `SELECT name FROM site WHERE id = 'site-1'`)).toEqual([{ name: 'Site 1' }])
  })

  test('lists a thousand rejected rows and counts them all', async () => {
    const catalog = tempCatalog()
    const rows = Array.from({ length: 1_200 }, (_, i) => ({ latitude: i < 1_100 ? 95 : 31 }))
    const report = await catalog.report(sitesCsv(rows))
    expect(report).toMatchObject({ added: 100, rejectedCount: 1_100 })
    expect(report.rejected).toHaveLength(1_000)
  })

  test('keeps the row as it stands, columns that no field has included', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ broker_remark: '=HYPERLINK("x") <b>call first</b>' }]))
    const { records } = await catalog.call['sites.get']({ siteId: 'site-1' })
    expect(records[0]?.cells).toContainEqual(['broker_remark', '=HYPERLINK("x") <b>call first</b>'])
    expect(records[0]).toMatchObject({ rowNumber: 2, source: 'https://example.com/filing' })
  })

  test('into a site that another data set knows fills its gaps and leaves each value with its own source', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ voltage_kv: 345, source_url: 'https://first.example' }]), { name: 'one.csv' })
    await catalog.report(
      sitesCsv([{ voltage_kv: 138, land_acres: 80, source_url: 'https://second.example' }, { site_id: 'new' }]),
      { name: 'two.csv' },
    )
    const { dataSets } = await catalog.call['catalog.summary']({})
    const { attributes, records } = await catalog.call['sites.get']({ siteId: 'site-1' })
    const of = (field: string) => attributes.find((each) => each.field === field)
    expect(records).toHaveLength(2)
    expect(of('gridVoltageKv')).toMatchObject({
      value: 345,
      source: 'https://first.example',
      dataSet: dataSets[0]?.name,
    })
    expect(of('landAcres')).toMatchObject({ value: 80, source: 'https://second.example', dataSet: dataSets[1]?.name })
    await catalog.report(sitesCsv([{ site_id: 'new' }]), { name: 'one.csv' })
    expect(peek(catalog, `SELECT grid_voltage_kv AS kv FROM site WHERE id = 'site-1'`)).toEqual([{ kv: 138 }])
    await sound(catalog)
  })

  test('only to check tells the same figures and leaves no trace', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{}, {}]))
    const before = contentOf(catalog)
    const next = sitesCsv([{ voltage_kv: 1 }, { site_id: 'x' }, { latitude: 95 }])
    const dry = await catalog.report(next, { dryRun: true })
    expect(contentOf(catalog)).toEqual(before)
    expect(catalog.events.filter((event) => event.type === 'catalog')).toHaveLength(1)
    const real = await catalog.report(next)
    // Where the sites lie is shown before they go in.
    expect({ ...real, dryRun: true, preview: dry.preview }).toEqual(dry)
  })

  test('lets edits in between while it is read', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const big = sitesCsv(Array.from({ length: 20_000 }, () => ({ voltage_kv: 138 })))
    const importing = catalog.importText(big, { name: 'big.csv' })
    let job = catalog.events.findLast((event) => event.type === 'job')
    while (job?.type !== 'job' || job.job.done === 0) {
      await new Promise((resolve) => setImmediate(resolve))
      job = catalog.events.findLast((event) => event.type === 'job')
    }
    const { revision } = await catalog.call['sites.edit']({ siteId: 'rockdale', field: 'landAcres', value: 5 })
    expect(revision).toBe(2)
    expect(await importing).toMatchObject({ state: 'done' })
    expect(peek(catalog, `SELECT land_acres AS acres FROM site WHERE id = 'rockdale'`)).toEqual([{ acres: 5 }])
    expect((await catalog.call['catalog.summary']({})).siteCount).toBe(20_003)
  })
})

describe('an import that does not end well', () => {
  test('since it was cancelled leaves the catalog as it was', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const before = contentOf(catalog)
    const importing = catalog.importText(sitesCsv(Array.from({ length: 20_000 }, () => ({}))), { name: 'big.csv' })
    let job = catalog.events.findLast((event) => event.type === 'job')
    while (job?.type !== 'job' || job.job.done === 0) {
      await new Promise((resolve) => setImmediate(resolve))
      job = catalog.events.findLast((event) => event.type === 'job')
    }
    catalog.cancel(job.job.jobId)
    expect(await importing).toMatchObject({
      state: 'cancelled',
      result: null,
      error: { code: 'cancelled', message: '"Import big.csv" was cancelled; the catalog is as it was before.' },
    })
    expect(contentOf(catalog)).toEqual(before)
  })

  test.each([
    ['a missing column', 'name,latitude\r\nA,1\r\n'],
    ['nothing in it', ''],
    ['bytes of a program', '\u007fELF\0\0\0'],
  ])('since the file has %s fails with one sentence and leaves the catalog as it was', async (_, text) => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const before = contentOf(catalog)
    const job = await catalog.importText(text)
    expect(job).toMatchObject({ state: 'failed', error: { code: 'bad_input' } })
    expect(job.error?.message).toMatch(/^.+\.$/)
    expect(contentOf(catalog)).toEqual(before)
  })

  test('since the disk is full says so and leaves the catalog as it was, and a later one works', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const before = contentOf(catalog)
    const big = sitesCsv(Array.from({ length: 5_000 }, () => ({})))
    const db = catalog.writer()
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages + 20}`)
    expect(await catalog.importText(big, { name: 'big.csv' })).toMatchObject({
      state: 'failed',
      error: {
        code: 'disk',
        message: '"Import big.csv" was not saved because the disk is full; free some space and try again.',
      },
    })
    expect(contentOf(catalog)).toEqual(before)
    await sound(catalog)
    db.pragma('max_page_count = 1000000')
    expect(await catalog.importText(big, { name: 'big.csv' })).toMatchObject({ state: 'done' })
  })
})

describe('an edit on a full disk', () => {
  test('fails with one sentence and leaves the catalog as it was', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const db = catalog.writer()
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
    const before = contentOf(catalog)
    await expect(catalog.call['notes.write']({ siteId: 'rockdale', text: 'x'.repeat(20_000) })).rejects.toMatchObject({
      code: 'disk',
      message: 'The note was not saved because the disk is full; free some space and try again.',
    })
    expect(contentOf(catalog)).toEqual(before)
    expect((await catalog.call['history.state']({})).undoLabel).toBe('Import sites.csv')
    await sound(catalog)
  })
})
