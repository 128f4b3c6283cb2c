import { expect, test } from 'vitest'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Status'

const queue = (updated: string, rows: readonly string[]) =>
  `"Last Updated On",${updated},\n${HEADER}\n${rows.join('\n')}\n`

const FIRST = queue('6/1/2026', [
  'GEN-1,Milam,TX,OGE,1/1/2028,100,1/1/2020,DISIS STAGE',
  'GEN-2,Milam,TX,OGE,1/1/2027,50,1/1/2019,IA PENDING',
  'GEN-3,Logan,OK,OGE,1/1/2027,70,1/1/2019,IA PENDING',
  'GEN-5,Logan,OK,OGE,1/1/2027,10,1/1/2019,IA PENDING',
])
const SECOND = queue('7/1/2026', [
  'GEN-1,Milam,TX,OGE,6/1/2029,120,1/1/2020,FACILITY STUDY STAGE',
  'GEN-2,Milam,TX,OGE,6/1/2026,50,1/1/2019,WITHDRAWN',
  'GEN-4,Bell,TX,OGE,1/1/2030,30,1/1/2026,DISIS STAGE',
  'GEN-5,Logan,OK,OGE,1/1/2027,10,1/1/2019,IA PENDING',
])

async function twoEditions(): Promise<TempCatalog & { before: number; after: number }> {
  const catalog = tempCatalog()
  await catalog.report(FIRST)
  await catalog.report(SECOND)
  const [now, old] = await catalog.call['queue.editions']({})
  return Object.assign(catalog, { before: old?.edition ?? 0, after: now?.edition ?? 0 })
}

test('two stored editions are compared request by request and counted by kind', async () => {
  const { call, before, after } = await twoEditions()
  const report = await call['queue.diff']({ before, after })
  expect(report).toMatchObject({ compared: 3, changed: 4, found: 4, after: { asOf: '2026-07-01' } })
  expect(report.counts).toEqual([
    { kind: 'new', projects: 1, mw: 30 },
    { kind: 'gone', projects: 1, mw: 70 },
    { kind: 'withdrawn', projects: 1, mw: 50 },
    { kind: 'slipped', projects: 1, mw: 120 },
    { kind: 'earlier', projects: 1, mw: 50 },
    { kind: 'megawatts', projects: 1, mw: 20 },
    { kind: 'stage', projects: 1, mw: 120 },
  ])
  expect(report.changes.map(({ project, kinds }) => [project.queueId, kinds])).toEqual([
    ['GEN-4', ['new']],
    ['GEN-3', ['gone']],
    ['GEN-1', ['stage', 'slipped', 'megawatts']],
    ['GEN-2', ['withdrawn', 'earlier']],
  ])
})

test('a kind and words narrow the list and not the counts', async () => {
  const { call, before, after } = await twoEditions()
  const slipped = await call['queue.diff']({ before, after, kind: 'slipped' })
  expect(slipped.changes).toMatchObject([
    { project: { queueId: 'GEN-1' }, fields: { capacityMw: [100, 120], proposedCod: ['2028-01-01', '2029-06-01'] } },
  ])
  const found = await call['queue.diff']({ before, after, text: ' milam gen-2 ' })
  expect(found.changes.map(({ project }) => project.queueId)).toEqual(['GEN-2'])
  expect(found.counts).toEqual(slipped.counts)
  expect(await call['queue.diff']({ before, after, limit: 1 })).toMatchObject({ found: 4, changes: { length: 1 } })
})

test('read backwards, what was new is gone; an edition beside itself has not changed', async () => {
  const { call, before, after } = await twoEditions()
  const back = await call['queue.diff']({ before: after, after: before })
  expect(back.changes.slice(0, 2).map(({ project, kinds }) => [project.queueId, kinds])).toEqual([
    ['GEN-3', ['new']],
    ['GEN-4', ['gone']],
  ])
  expect(await call['queue.diff']({ before, after: before })).toMatchObject({ compared: 4, changed: 0, counts: [] })
})

test('an edition that was taken back can no longer be compared', async () => {
  const { call, before, after } = await twoEditions()
  await call['history.undo']({})
  await expect(call['queue.diff']({ before, after })).rejects.toThrow(/^The catalog no longer holds that edition/)
})
