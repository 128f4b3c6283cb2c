import { expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Substation or Line,Status'
const queue = (updated: string, rows: readonly string[]) =>
  `"Last Updated On",${updated},\n${HEADER}\n${rows.join('\n')}\n`

const OPEN = ['GEN-1,Milam,TX,OGE,1/1/2028,200,6/1/2021,Sandow 345 kV,FACILITY STUDY STAGE']
const WITHDRAWN = Array.from({ length: 5 }, (_, i) => `OLD-${i},Bell,TX,OGE,1/1/2020,10,1/1/2015,Sub,WITHDRAWN`)
const BUILT = [3, 4, 5, 6, 7].map(
  (years, i) => `NEW-${i},Hill,TX,OGE,1/1/2020,10,1/1/${2020 - years},Sub,IA FULLY EXECUTED/COMMERCIAL OPERATION`,
)

async function withQueue(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(
    sitesCsv([
      { site_id: 'milam', name: 'Alder', county: 'Milam County', state: 'TX', status: 'announced', planned_mw: 50 },
      { site_id: 'runs', name: 'Birch', county: 'Milam', state: 'TX', status: 'operating' },
      { site_id: 'nowhere', name: 'Cedar', status: 'announced' },
      { site_id: 'empty', name: 'Elm', county: 'Loving', state: 'TX', status: 'announced' },
      { site_id: 'typed', name: 'Fir', county: 'Milam', state: 'TX', status: 'announced' },
    ]),
    { name: 'list.csv' },
  )
  await catalog.call['sites.edit']({ siteId: 'typed', field: 'queueAheadMw', value: 12, source: 'The utility' })
  await catalog.report(queue('7/1/2026', [...OPEN, ...WITHDRAWN, ...BUILT]))
  return catalog
}

const attributes = async (catalog: TempCatalog, siteId: string) =>
  (await catalog.call['sites.get']({ siteId })).attributes.filter(({ field }) =>
    ['queueAheadMw', 'areaYearsToPower'].includes(field),
  )

test('What the queues say of a site comes with its source, its date and how well it is evidenced', async () => {
  const catalog = await withQueue()
  const { fills } = await catalog.call['queue.nearSite']({ siteId: 'milam' })
  expect(fills.find(({ field }) => field === 'queueAheadMw')).toEqual({
    field: 'queueAheadMw',
    value: 100,
    source:
      '200 MW asked for by 1 request in Milam County, TX, less 50% that give up in TX, SPP active requests, 2026-07-01',
    asOf: '2026-07-01',
    rung: 'application',
  })
})

test('A dry run counts and writes nothing; the step fills only what is unknown, and undo takes all of it back', async () => {
  const catalog = await withQueue()
  const before = peek(catalog, 'SELECT id, queue_ahead_mw, area_years_to_power FROM site ORDER BY id')
  const dry = await catalog.call['queue.fill']({ dryRun: true })
  expect(dry.revision).toBeNull()
  expect(dry.fields[0]).toEqual({
    field: 'queueAheadMw',
    filled: 1,
    known: 1,
    energized: 1,
    withoutPlace: 1,
    untold: 1,
  })
  expect(peek(catalog, 'SELECT id, queue_ahead_mw, area_years_to_power FROM site ORDER BY id')).toEqual(before)

  const done = await catalog.call['queue.fill']({})
  expect({ ...done, revision: null }).toEqual(dry)
  expect(done.revision).not.toBeNull()
  const [ahead] = await attributes(catalog, 'milam')
  expect(ahead).toMatchObject({ value: 100, asOf: '2026-07-01', rung: 'application' })
  expect((await attributes(catalog, 'typed')).find(({ field }) => field === 'queueAheadMw')).toMatchObject({
    value: 12,
    source: 'The utility',
  })
  expect(await attributes(catalog, 'runs')).toEqual([])
  expect((await catalog.call['queue.fill']({})).filledSites).toBe(0)
  await catalog.call['history.undo']({})
  expect(peek(catalog, 'SELECT id, queue_ahead_mw, area_years_to_power FROM site ORDER BY id')).toEqual(before)
  expect((await catalog.call['catalog.check']({})).filter(({ ok }) => !ok)).toEqual([])
})

test('A site whose own request is confirmed is judged by what was filed before it, without that request', async () => {
  const catalog = await withQueue()
  const earlier = 'GEN-0,Milam,TX,OGE,1/1/2027,60,1/1/2019,Sandow 345 kV,IA PENDING'
  const later = 'GEN-9,Milam,TX,OGE,1/1/2031,900,1/1/2025,Sandow 345 kV,DISIS STAGE'
  await catalog.report(queue('8/1/2026', [...OPEN, earlier, later, ...WITHDRAWN, ...BUILT]))
  await catalog.call['sites.edit']({ siteId: 'milam', field: 'queueProject', value: 'SPP/GEN-1' })
  const done = await catalog.call['queue.fill']({ fields: ['queueAheadMw'] })
  expect(done.examples.find(({ siteId }) => siteId === 'milam')).toMatchObject({ value: 30, asOf: '2026-08-01' })
})
