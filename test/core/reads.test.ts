import { describe, expect, test } from 'vitest'
import { decimalYear } from '../../electron/core/site/decimal-year.ts'
import { WITHIN_SQL } from '../../electron/core/site/sites-within.ts'
import { categoryAt, type SiteColumns } from '../../shared/columns/site-columns.ts'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import { sitesCsv, THREE_SITES } from '../support/builders.ts'
import { peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

async function columnsOf(catalog: TempCatalog): Promise<SiteColumns> {
  return unpackColumns(await catalog.call['sites.columns']({}))
}

describe('the columns of all sites', () => {
  test('hold every site in the order of the file, unknown as NaN and empty label', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const columns = await columnsOf(catalog)
    expect(columns.ids).toEqual(['lake-mariner', 'rockdale', 'penasco'])
    expect(columns.names).toEqual(['Lake Mariner', 'Rockdale', 'Peñasco'])
    expect([...columns.numbers.latitude]).toEqual([43.36, 30.57, 36.17])
    expect([...columns.numbers.gridVoltageKv]).toEqual([345, Number.NaN, Number.NaN])
    expect([0, 1, 2].map((row) => categoryAt(columns, 'state', row))).toEqual(['NY', 'TX', 'NM'])
    expect(categoryAt(columns, 'floodZone', 0)).toBe('')
    expect(columns.revision).toBe((await catalog.call['catalog.summary']({})).revision)
  })

  test("carry a person's values, and the rung of the best evidenced megawatts", async () => {
    const catalog = tempCatalog()
    await catalog.report(
      sitesCsv([{ power_mw_energized: 100, queue_mw: 300 }, { power_mw_contracted_or_planned: 50 }, {}]),
    )
    const rungs = async () => [...(await columnsOf(catalog)).numbers.mwRungLevel]
    const before = await rungs()
    expect(before[2]).toBeNaN()
    await catalog.call['sites.edit']({ siteId: 'site-2', field: 'queueMw', value: 40, rung: 'study' })
    expect((await rungs())[1]).toBe(3)
    await catalog.call['sites.edit']({ siteId: 'site-2', field: 'plannedMw', value: 60, rung: 'agreement' })
    expect((await rungs())[1]).toBe(4)
    await catalog.call['sites.edit']({ siteId: 'site-3', field: 'energizedMw', value: 9 })
    expect((await rungs())[2]).toBe(0)
    expect((await columnsOf(catalog)).numbers.plannedMw[1]).toBe(60)
    await catalog.call['sites.edit']({ siteId: 'site-3', field: 'energizedMw', value: null, rung: 'energized' })
    expect((await rungs())[2]).toBeNaN()
  })

  test('tell energization as a decimal year', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ energization_date: '2027-07' }, { energization_date: '2026' }, {}]))
    expect([...(await columnsOf(catalog)).numbers.energizationYear]).toEqual([2027.5, 2026, Number.NaN])
  })
})

test.each([
  ['2027', 2027],
  ['2027-01', 2027],
  ['2027-07', 2027.5],
  ['2027-07-02', 2027.5 + 1 / 365],
  ['2027-13', null],
  ['soon', null],
  [null, null],
])('the date %j is the decimal year %j', (date, year) => {
  expect(decimalYear(date)).toBe(year)
})

describe('searching', () => {
  async function withSites() {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    return (text: string, limit = 50) => catalog.call['sites.search']({ text, limit })
  }

  test('finds a site by the beginning of words, without accents or capitals, in any order', async () => {
    const search = await withSites()
    expect(await search('mar lak')).toEqual(['lake-mariner'])
    expect(await search('PENASCO')).toEqual(['penasco'])
    expect(await search('teraw')).toEqual(['lake-mariner'])
    expect(await search('niagara')).toEqual(['lake-mariner'])
    expect(await search('lake rockdale')).toEqual([])
  })

  test('puts a hit in the name before one elsewhere', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ name: 'Alpha', city: 'Odessa' }, { name: 'Odessa' }]))
    expect(await catalog.call['sites.search']({ text: 'odessa' })).toEqual(['site-2', 'site-1'])
    expect(await catalog.call['sites.search']({ text: 'odessa', limit: 1 })).toEqual(['site-2'])
  })

  test.each(['"', '*', 'a" OR "b', 'name:', '^', 'NEAR(', "'; DROP TABLE site; --", '()', '\0', '-'])(
    'takes %j as plain text',
    async (text) => {
      const search = await withSites()
      expect(await search(text)).toEqual([])
    },
  )
})

describe('a box of the map', () => {
  test('holds the sites inside it and on its edge', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const within = catalog.call['sites.within']
    expect(await within({ west: -80, south: 40, east: -70, north: 45 })).toEqual(['lake-mariner'])
    expect(await within({ west: -78.61, south: 43.36, east: -78.61, north: 43.36 })).toEqual(['lake-mariner'])
    expect(await within({ west: -78.6, south: 43.36, east: -78, north: 44 })).toEqual([])
    expect(await within({ west: -180, south: -90, east: 180, north: 90, limit: 2 })).toHaveLength(2)
  })

  test('whose west is east of its east goes across the antimeridian', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ longitude: 179 }, { longitude: -179 }, { longitude: 0 }]))
    const found = await catalog.call['sites.within']({ west: 170, south: 0, east: -170, north: 60 })
    expect(found.sort()).toEqual(['site-1', 'site-2'])
  })

  test('is looked up in the R*Tree', async () => {
    const catalog = tempCatalog()
    const parameters = { west: 0, south: 0, east: 1, north: 1, limit: 1 }
    const plan = peek<{ detail: string }>(catalog, `EXPLAIN QUERY PLAN ${WITHIN_SQL}`, parameters)
    expect(plan.map((line) => line.detail).join('\n')).toMatch(
      /SCAN near VIRTUAL TABLE INDEX 2:\w+\n.*SEARCH site USING INTEGER PRIMARY KEY/s,
    )
  })
})

describe('reading one site', () => {
  test('that is not there is refused with one sentence', async () => {
    const catalog = tempCatalog()
    for (const method of ['sites.get', 'sites.changes'] as const)
      await expect(catalog.call[method]({ siteId: 'x' })).rejects.toMatchObject({
        code: 'not_found',
        message: 'The catalog has no site "x"; look for it by name in the list.',
      })
  })

  test('lists what was changed on it and its notes, newest first, by whom and when', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const before = Date.now()
    await catalog.call['sites.edit']({ siteId: 'rockdale', field: 'landAcres', value: 200 })
    await catalog.call['notes.write']({ siteId: 'rockdale', text: 'Gate code changed' })
    await catalog.call['sites.edit']({ siteId: 'penasco', field: 'landAcres', value: 1 })
    const changes = await catalog.call['sites.changes']({ siteId: 'rockdale' })
    expect(changes).toMatchObject([
      { author: 'Ada', label: 'Add note on Rockdale', field: null, value: 'Gate code changed' },
      { author: 'Ada', label: 'Edit Land of Rockdale', field: 'landAcres', value: 200 },
    ])
    for (const change of changes) expect(change.at).toBeGreaterThanOrEqual(before)
    expect(await catalog.call['sites.changes']({ siteId: 'rockdale', limit: 1 })).toHaveLength(1)
  })
})

describe('the check of a catalog', () => {
  test.each([
    ['Full-text index', 'DELETE FROM site_fts WHERE rowid = 1'],
    ['Position index', 'DELETE FROM site_rtree WHERE key = 2'],
    ['Heads of the change log', 'DELETE FROM head'],
    ['Values of the sites', `DELETE FROM site WHERE id = 'rockdale'`],
    ['Values of the sites', `UPDATE site SET grid_voltage_kv = 1 WHERE id = 'rockdale'`],
  ])('finds what is wrong in: %s', async (check, damage) => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    await catalog.call['sites.edit']({ siteId: 'penasco', field: 'landAcres', value: 1 })
    const wrong = async () => (await catalog.call['catalog.check']({})).filter((finding) => !finding.ok)
    expect(await wrong()).toEqual([])
    catalog.writer().exec(damage)
    expect((await wrong()).map((finding) => finding.check)).toContain(check)
  })
})
