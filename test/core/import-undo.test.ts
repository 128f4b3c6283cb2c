import { describe, expect, test } from 'vitest'
import { sitesCsv, THREE_SITES } from '../support/builders.ts'
import { peek, tempCatalog } from '../support/temp-catalog.ts'

const SITES = 'SELECT id, name, grid_voltage_kv AS kv FROM site ORDER BY id'
const RECORDS = 'SELECT site_id, row_number, site_values FROM data_set_record ORDER BY site_id'

async function sound(catalog: ReturnType<typeof tempCatalog>) {
  expect((await catalog.call['catalog.check']({})).filter((finding) => !finding.ok)).toEqual([])
}

describe('An import is one step of undo', () => {
  test('the first of a data set goes and comes back whole, also after a restart', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    const [sites, records] = [peek(catalog, SITES), peek(catalog, RECORDS)]
    const { dataSets } = await catalog.call['catalog.summary']({})
    expect(await catalog.call['history.state']({})).toEqual({ undoLabel: 'Import sites.csv', redoLabel: null })
    await catalog.reopen()
    expect(await catalog.call['history.undo']({})).toMatchObject({ label: 'Import sites.csv', skipped: 0 })
    expect(peek(catalog, SITES)).toEqual([])
    expect(await catalog.call['catalog.summary']({})).toMatchObject({ siteCount: 0, dataSets: [] })
    await sound(catalog)
    await catalog.reopen()
    await catalog.call['history.redo']({})
    expect(peek(catalog, SITES)).toEqual(sites)
    expect(peek(catalog, RECORDS)).toEqual(records)
    expect((await catalog.call['catalog.summary']({})).dataSets).toEqual(dataSets)
    await sound(catalog)
  })

  test('a further edition gives way to the one before it, row for row, and comes back', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ voltage_kv: 69 }, { voltage_kv: 138 }, {}, {}]))
    const [sites, records] = [peek(catalog, SITES), peek(catalog, RECORDS)]
    await catalog.report(
      sitesCsv([{ site_id: 'site-9' }, { site_id: 'site-2', voltage_kv: 345 }, { site_id: 'site-3' }]),
    )
    const [newSites, newRecords] = [peek(catalog, SITES), peek(catalog, RECORDS)]
    for (let round = 0; round < 2; round++) {
      await catalog.call['history.undo']({})
      expect(peek(catalog, SITES)).toEqual(sites)
      expect(peek(catalog, RECORDS)).toEqual(records)
      await catalog.call['history.redo']({})
      expect(peek(catalog, SITES)).toEqual(newSites)
      expect(peek(catalog, RECORDS)).toEqual(newRecords)
    }
    await sound(catalog)
  })

  test('after undo the file is new again, and importing it leaves nothing behind of what was taken back', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    await catalog.call['history.undo']({})
    expect(await catalog.report(THREE_SITES)).toMatchObject({ added: 3, unchanged: 0 })
    expect(peek(catalog, 'SELECT is_undone FROM import_edition')).toEqual([{ is_undone: 0 }])
    expect(await catalog.call['history.state']({})).toEqual({ undoLabel: 'Import sites.csv', redoLabel: null })
  })

  test("an edit after it is undone first, and a person's word outlives the rows", async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    await catalog.call['sites.edit']({ siteId: 'rockdale', field: 'landAcres', value: 5 })
    expect(await catalog.call['history.undo']({})).toMatchObject({ label: expect.stringContaining('Edit') })
    expect(await catalog.call['history.undo']({})).toMatchObject({ label: 'Import sites.csv' })
    expect(await catalog.call['history.undo']({})).toMatchObject({ label: null })
    await catalog.call['history.redo']({})
    await catalog.call['history.redo']({})
    expect(peek(catalog, `SELECT land_acres AS acres FROM site WHERE id = 'rockdale'`)).toEqual([{ acres: 5 }])
    await sound(catalog)
  })

  test('one that changes nothing is no step', async () => {
    const catalog = tempCatalog()
    await catalog.report(THREE_SITES)
    await catalog.report(THREE_SITES)
    await catalog.call['history.undo']({})
    expect(await catalog.call['history.state']({})).toMatchObject({ undoLabel: null })
  })
})
