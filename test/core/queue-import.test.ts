import { describe, expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Status'

const spp = (updated: string, rows: readonly string[]) =>
  `"Last Updated On",${updated},\n${HEADER}\n${rows.join('\n')}\n`

const FIRST = spp('6/1/2026', [
  'GEN-1,Milam County,TX,OGE,1/1/2028,100,1/1/2020,DISIS STAGE',
  'GEN-2,Milam,TX,OGE,1/1/2027,50,1/1/2019,IA PENDING',
  'GEN-3,Logan,OK,OGE,1/1/2027,70,1/1/2019,IA PENDING',
])
const SECOND = spp('7/1/2026', [
  'GEN-1,Milam County,TX,OGE,1/1/2029,120,1/1/2020,FACILITY STUDY STAGE',
  'GEN-2,Milam,TX,OGE,1/1/2027,50,1/1/2019,IA PENDING',
  'GEN-4,Milam,TX,OGE,1/1/2030,30,1/1/2026,None',
])

const ids = (catalog: TempCatalog) =>
  peek<{ id: string }>(
    catalog,
    `SELECT queue_id AS id FROM data_set JOIN queue_project ON queue_project.edition = data_set.edition ORDER BY position`,
  ).map(({ id }) => id)

describe('Importing a queue', () => {
  test('keeps every edition, and says what changed', async () => {
    const catalog = tempCatalog()
    expect(await catalog.report(FIRST)).toMatchObject({
      kind: 'queue',
      title: 'SPP active requests, 2026-06-01',
      asOf: '2026-06-01',
      records: 3,
      added: 3,
      summary: { by_stage: { ia_pending: 2, system_impact: 1 }, mw: { capacity_mw: { sum: 220 } } },
    })
    expect(await catalog.report(SECOND)).toMatchObject({ added: 1, updated: 1, unchanged: 1, removed: 1 })
    expect(ids(catalog)).toEqual(['GEN-1', 'GEN-2', 'GEN-4'])
    expect(await catalog.call['queue.editions']({})).toMatchObject([
      { asOf: '2026-07-01', projects: 3, isCurrent: true },
      { asOf: '2026-06-01', projects: 3, isCurrent: false },
    ])
  })

  test('again is nothing new, also of an edition that no longer counts', async () => {
    const catalog = tempCatalog()
    await catalog.report(FIRST)
    const { revision } = await catalog.call['catalog.summary']({})
    expect(await catalog.report(FIRST)).toMatchObject({ added: 0, updated: 0, unchanged: 3, removed: 0 })
    expect((await catalog.call['catalog.summary']({})).revision).toBe(revision)
    expect(peek(catalog, 'SELECT count(*) AS editions FROM import_edition')).toEqual([{ editions: 1 }])
  })

  test('of an older date does not take the place of the newer', async () => {
    const catalog = tempCatalog()
    await catalog.report(SECOND)
    await catalog.report(FIRST)
    expect(ids(catalog)).toEqual(['GEN-1', 'GEN-2', 'GEN-4'])
    expect(await catalog.call['queue.editions']({})).toHaveLength(2)
    await catalog.call['history.undo']({})
    expect(await catalog.call['queue.editions']({})).toHaveLength(1)
    expect(ids(catalog)).toEqual(['GEN-1', 'GEN-2', 'GEN-4'])
  })

  test('is one step of undo, also after a restart', async () => {
    const catalog = tempCatalog()
    await catalog.report(FIRST)
    await catalog.report(SECOND)
    await catalog.reopen()
    await catalog.call['history.undo']({})
    expect(ids(catalog)).toEqual(['GEN-1', 'GEN-2', 'GEN-3'])
    await catalog.call['history.undo']({})
    expect(ids(catalog)).toEqual([])
    expect(await catalog.call['queue.editions']({})).toEqual([])
    await catalog.reopen()
    await catalog.call['history.redo']({})
    await catalog.call['history.redo']({})
    expect(ids(catalog)).toEqual(['GEN-1', 'GEN-2', 'GEN-4'])
    expect((await catalog.call['catalog.check']({})).filter(({ ok }) => !ok)).toEqual([])
  })

  test('that was taken back for good leaves no rows behind', async () => {
    const catalog = tempCatalog()
    await catalog.report(FIRST)
    await catalog.call['history.undo']({})
    await catalog.report(SECOND)
    expect(peek(catalog, 'SELECT DISTINCT as_of FROM import_edition')).toEqual([{ as_of: '2026-07-01' }])
    expect(peek(catalog, 'SELECT count(*) AS rows FROM queue_project')).toEqual([{ rows: 3 }])
  })

  test('finds a request with all that its row says', async () => {
    const catalog = tempCatalog()
    await catalog.report(FIRST.replace(',Status\n', ',Status,Remark\n').replace('DISIS STAGE', 'DISIS STAGE,wait'))
    const [found] = await catalog.call['queue.find']({ queueId: 'gen-1' })
    expect(found).toMatchObject({
      project: { queueId: 'GEN-1', capacityMw: 100 },
      fileName: 'sites.csv',
      row: 3,
      extra: { Remark: 'wait' },
    })
  })
})

describe('The queue near a site', () => {
  test('is what stands ahead in its county and state', async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ county: 'Milam', state: 'TX' }]), { name: 'list.csv' })
    expect(await catalog.call['queue.nearSite']({ siteId: 'site-1' })).toEqual({
      positionId: null,
      position: null,
      suggestions: [],
      poi: null,
      county: null,
      state: null,
      projects: [],
      sources: [],
      fills: [],
    })
    await catalog.report(SECOND)
    const near = await catalog.call['queue.nearSite']({ siteId: 'site-1' })
    expect(near.county).toMatchObject({ area: 'Milam, TX', projects: 3, ahead: 3, aheadMw: 200, withdrawalRate: null })
    expect(near.projects.map(({ project }) => project.queueId)).toEqual(['GEN-1', 'GEN-2', 'GEN-4'])
    expect(near.sources).toEqual([
      { dataSet: 'SPP queue', title: 'SPP active requests, 2026-07-01', asOf: '2026-07-01' },
    ])
  })
})
