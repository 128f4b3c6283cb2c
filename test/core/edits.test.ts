import { describe, expect, test } from 'vitest'
import type { SiteFieldKey } from '../../shared/domain/site/site-fields.ts'
import { THREE_SITES } from '../support/builders.ts'
import { contentOf, peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const SITE = 'lake-mariner'

async function withSites(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(THREE_SITES)
  return catalog
}

async function attribute(catalog: TempCatalog, field: SiteFieldKey, siteId = SITE) {
  const site = await catalog.call['sites.get']({ siteId })
  return site.attributes.find((each) => each.field === field)
}

async function voltage(catalog: TempCatalog) {
  return (await attribute(catalog, 'gridVoltageKv'))?.value
}

describe('an edit', () => {
  test("stands over the data set's value, which stays visible beside it", async () => {
    const catalog = await withSites()
    const before = Date.now()
    const result = await catalog.call['sites.edit']({
      siteId: SITE,
      field: 'gridVoltageKv',
      value: 230,
      source: 'Will-serve letter',
      asOf: '2026-07',
      rung: 'letter',
    })
    expect(result.label).toBe('Edit Grid voltage of Lake Mariner')
    const edited = await attribute(catalog, 'gridVoltageKv')
    expect(edited).toMatchObject({
      value: 230,
      source: 'Will-serve letter',
      asOf: '2026-07',
      rung: 'letter',
      author: 'Ada',
      origin: 'edit',
      dataSetValue: 345,
    })
    expect(edited?.editedAt).toBeGreaterThanOrEqual(before)
    expect(edited?.editedAt).toBeLessThanOrEqual(Date.now() + 1)
  })

  test('taken back lets the data set speak again, and can be taken back once only', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 230 })
    await catalog.call['sites.revert']({ siteId: SITE, field: 'gridVoltageKv' })
    expect(await attribute(catalog, 'gridVoltageKv')).toMatchObject({ value: 345, origin: 'data_set' })
    await expect(catalog.call['sites.revert']({ siteId: SITE, field: 'gridVoltageKv' })).rejects.toMatchObject({
      code: 'not_found',
      message: 'Grid voltage of Lake Mariner has no edit to take back; nothing was changed.',
    })
  })

  test('that says "no value" hides the data set\'s value', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: null })
    expect(await attribute(catalog, 'gridVoltageKv')).toMatchObject({ value: null, dataSetValue: 345 })
    expect(peek(catalog, 'SELECT grid_voltage_kv FROM site WHERE id = ?', SITE)).toEqual([{ grid_voltage_kv: null }])
  })

  test('to the value that is there already is kept as evidence', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 345, rung: 'agreement' })
    expect(await attribute(catalog, 'gridVoltageKv')).toMatchObject({ origin: 'edit', rung: 'agreement' })
  })

  test('survives a new edition of the data set', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 230 })
    await catalog.report(THREE_SITES.replace(',345', ',138'))
    expect(await attribute(catalog, 'gridVoltageKv')).toMatchObject({ value: 230, dataSetValue: 138 })
  })

  test.each([
    [
      'gridVoltageKv',
      1_600,
      'Grid voltage was not changed: 1600 is outside 0 to 1500; correct the value and try again.',
    ],
    ['gridVoltageKv', 'high', 'Grid voltage was not changed: must be a number; correct the value and try again.'],
    [
      'floodZone',
      'Q',
      'Flood zone (FEMA) was not changed: "Q" is not one of X, A, AE, V, VE; correct the value and try again.',
    ],
    [
      'energizationDate',
      'soon',
      'Energization was not changed: "soon" is not a date such as 2027 or 2027-07; correct it and try again.',
    ],
    ['name', '   ', 'Name was not changed: a site must have a name; enter one and try again.'],
    ['name', null, 'Name was not changed: a site must have a name; enter one and try again.'],
  ] as const)('of %s to %j is refused with a reason and changes nothing', async (field, value, message) => {
    const catalog = await withSites()
    const before = contentOf(catalog)
    await expect(catalog.call['sites.edit']({ siteId: SITE, field, value })).rejects.toMatchObject({
      code: 'bad_input',
      message,
    })
    expect(contentOf(catalog)).toEqual(before)
  })

  test('of a site that is not there is refused', async () => {
    const catalog = await withSites()
    await expect(catalog.call['sites.edit']({ siteId: 'nowhere', field: 'name', value: 'x' })).rejects.toMatchObject({
      code: 'not_found',
      message: 'The catalog has no site "nowhere"; look for it by name in the list.',
    })
  })

  test('moves the site in the position index and renames it in the search', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'position', value: { latitude: 10, longitude: 20 } })
    await catalog.call['sites.edit']({ siteId: SITE, field: 'name', value: 'Somerset Works' })
    const box = { west: 19, south: 9, east: 21, north: 11 }
    expect(await catalog.call['sites.within'](box)).toEqual([SITE])
    expect(await catalog.call['sites.search']({ text: 'somerset' })).toEqual([SITE])
    expect(await catalog.call['sites.search']({ text: 'mariner' })).toEqual([])
    expect((await catalog.call['catalog.check']({})).filter((finding) => !finding.ok)).toEqual([])
  })

  test('is told to everybody with the new revision and what undo would do', async () => {
    const catalog = await withSites()
    const { revision } = await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 230 })
    expect(catalog.events.at(-1)).toEqual({
      type: 'catalog',
      revision,
      history: { undoLabel: 'Edit Grid voltage of Lake Mariner', redoLabel: null },
      changed: ['site'],
    })
  })
})

describe('undo and redo', () => {
  test('step back and forth through several edits, one by one', async () => {
    const catalog = await withSites()
    for (const value of [100, 200, 300])
      await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value })
    const seen = []
    for (let i = 0; i < 3; i++) {
      await catalog.call['history.undo']({})
      seen.push(await voltage(catalog))
    }
    for (let i = 0; i < 4; i++) {
      await catalog.call['history.redo']({})
      seen.push(await voltage(catalog))
    }
    expect(seen).toEqual([200, 100, 345, 100, 200, 300, 300])
  })

  test('bring source, date and rung back with the value', async () => {
    const catalog = await withSites()
    const first = { value: 230, source: 'Study', asOf: '2026-01', rung: 'study' } as const
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', ...first })
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 115 })
    await catalog.call['history.undo']({})
    expect(await attribute(catalog, 'gridVoltageKv')).toMatchObject(first)
  })

  test('go on after a restart', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 230 })
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 115 })
    await catalog.call['history.undo']({})
    await catalog.reopen()
    expect(await catalog.call['history.state']({})).toEqual({
      undoLabel: 'Edit Grid voltage of Lake Mariner',
      redoLabel: 'Edit Grid voltage of Lake Mariner',
    })
    await catalog.call['history.redo']({})
    expect(await voltage(catalog)).toBe(115)
    await catalog.call['history.undo']({})
    await catalog.call['history.undo']({})
    expect(await attribute(catalog, 'gridVoltageKv')).toMatchObject({ value: 345, origin: 'data_set' })
  })

  test('a new edit ends what could be redone', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 230 })
    await catalog.call['history.undo']({})
    await catalog.call['sites.edit']({ siteId: SITE, field: 'landAcres', value: 10 })
    expect((await catalog.call['history.state']({})).redoLabel).toBeNull()
    expect(await catalog.call['history.redo']({})).toMatchObject({ label: null, skipped: 0 })
    expect(await voltage(catalog)).toBe(345)
  })

  test('go back a hundred steps and no further', async () => {
    const catalog = await withSites()
    for (let value = 1; value <= 105; value++)
      await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value })
    let steps = 0
    while ((await catalog.call['history.undo']({})).label !== null) steps++
    expect(steps).toBe(100)
    expect(await voltage(catalog)).toBe(5)
  })

  test('never take an op out of the log', async () => {
    const catalog = await withSites()
    await catalog.call['sites.edit']({ siteId: SITE, field: 'gridVoltageKv', value: 230 })
    await catalog.call['history.undo']({})
    await catalog.call['history.redo']({})
    const changes = await catalog.call['sites.changes']({ siteId: SITE })
    expect(changes.map(({ label, value }) => [label, value])).toEqual([
      ['Redo: Edit Grid voltage of Lake Mariner', 230],
      ['Undo: Edit Grid voltage of Lake Mariner', null],
      ['Edit Grid voltage of Lake Mariner', 230],
    ])
  })
})

describe('a note', () => {
  test('is written, edited, found by its words, removed and brought back by undo', async () => {
    const catalog = await withSites()
    const { noteId } = await catalog.call['notes.write']({ siteId: SITE, text: 'Breaker yard photographed' })
    await catalog.call['notes.write']({ siteId: SITE, noteId, text: 'Transformer yard photographed' })
    const { notes } = await catalog.call['sites.get']({ siteId: SITE })
    expect(notes).toMatchObject([{ noteId, text: 'Transformer yard photographed', author: 'Ada' }])
    expect(notes[0]?.editedAt).toBeGreaterThanOrEqual(notes[0]?.createdAt ?? Number.POSITIVE_INFINITY)
    expect(await catalog.call['sites.search']({ text: 'transformer' })).toEqual([SITE])
    expect(await catalog.call['sites.search']({ text: 'breaker' })).toEqual([])

    await catalog.call['notes.remove']({ siteId: SITE, noteId })
    expect((await catalog.call['sites.get']({ siteId: SITE })).notes).toEqual([])
    expect(await catalog.call['sites.search']({ text: 'transformer' })).toEqual([])

    await catalog.call['history.undo']({})
    expect((await catalog.call['sites.get']({ siteId: SITE })).notes).toMatchObject([
      { text: 'Transformer yard photographed' },
    ])
  })

  test('that was just added is gone after undo and back after redo', async () => {
    const catalog = await withSites()
    await catalog.call['notes.write']({ siteId: SITE, text: 'One' })
    await catalog.call['history.undo']({})
    expect((await catalog.call['sites.get']({ siteId: SITE })).notes).toEqual([])
    await catalog.call['history.redo']({})
    expect((await catalog.call['sites.get']({ siteId: SITE })).notes).toMatchObject([{ text: 'One' }])
  })

  test('of another site, or one that is gone, cannot be written or removed', async () => {
    const catalog = await withSites()
    const { noteId } = await catalog.call['notes.write']({ siteId: SITE, text: 'One' })
    const refusal = { code: 'not_found', message: 'Rockdale has no such note any more; look at its notes again.' }
    await expect(catalog.call['notes.write']({ siteId: 'rockdale', noteId, text: 'x' })).rejects.toMatchObject(refusal)
    await expect(catalog.call['notes.remove']({ siteId: 'rockdale', noteId })).rejects.toMatchObject(refusal)
  })

  test('keeps its site in the catalog when the data set drops the site', async () => {
    const catalog = await withSites()
    await catalog.call['notes.write']({ siteId: 'rockdale', text: 'We own this one' })
    const lines = THREE_SITES.split('\r\n')
    const report = await catalog.report([lines[0], lines[1], ''].join('\r\n'))
    expect(report).toMatchObject({ removed: 2, unchanged: 1 })
    expect(peek(catalog, 'SELECT id FROM site ORDER BY id')).toEqual([{ id: SITE }, { id: 'rockdale' }])
    expect((await catalog.call['sites.get']({ siteId: 'rockdale' })).notes).toMatchObject([{ text: 'We own this one' }])
    expect((await catalog.call['catalog.check']({})).filter((finding) => !finding.ok)).toEqual([])
  })
})
