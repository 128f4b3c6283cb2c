import { describe, expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Substation or Line,Status'

const queue = (updated: string, rows: readonly string[]) =>
  `"Last Updated On",${updated},\n${HEADER}\n${rows.join('\n')}\n`

const ROWS = [
  'GEN-1,Milam,TX,OGE,1/1/2028,200,6/1/2021,Sandow 345 kV,FACILITY STUDY STAGE',
  'GEN-2,Milam,TX,OGE,1/1/2027,50,1/1/2019,SANDOW  345kV,IA PENDING',
  'GEN-3,Milam,TX,OGE,1/1/2030,70,1/1/2023,Elsewhere 138 kV,DISIS STAGE',
  'GEN-4,Bell,TX,OGE,1/1/2030,90,1/1/2020,Other 138 kV,DISIS STAGE',
]

async function withQueue(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  const site = { name: 'Sandow Lakes', county: 'Milam', state: 'TX', queue_mw: 203 }
  await catalog.report(sitesCsv([site, { name: 'Nowhere', state: 'OK' }]), { name: 'list.csv' })
  await catalog.report(queue('7/1/2026', ROWS))
  return catalog
}

const near = (catalog: TempCatalog, siteId = 'site-1') => catalog.call['queue.nearSite']({ siteId })
const confirm = (catalog: TempCatalog, value: string) =>
  catalog.call['sites.edit']({ siteId: 'site-1', field: 'queueProject', value })

describe("A site's own request", () => {
  test('is suggested by name, county and megawatts, and counts for nothing until it is confirmed', async () => {
    const catalog = await withQueue()
    const { position, positionId, suggestions, county, poi } = await near(catalog)
    expect([position, positionId, poi]).toEqual([null, null, null])
    expect(suggestions.map(({ project, reasons }) => [project.queueId, reasons])).toEqual([
      ['GEN-1', ['POI says "sandow"', 'same county', "about the site's 203 MW"]],
      ['GEN-2', ['POI says "sandow"', 'same county']],
    ])
    expect(county).toMatchObject({ projects: 3, ahead: 3, aheadMw: 320 })
    expect((await near(catalog, 'site-2')).suggestions).toEqual([])
  })

  test('once confirmed is left out of the figures, and only what was filed before it stands ahead', async () => {
    const catalog = await withQueue()
    await confirm(catalog, 'SPP/GEN-1')
    const found = await near(catalog)
    expect(found.position).toMatchObject({ project: { queueId: 'GEN-1', capacityMw: 200 }, fileName: 'sites.csv' })
    expect(found.suggestions).toEqual([])
    expect(found.poi).toMatchObject({ area: 'Sandow 345 kV', projects: 1, ahead: 1, aheadMw: 50 })
    expect(found.county).toMatchObject({ projects: 2, ahead: 1, aheadMw: 50 })
    expect(found.state).toMatchObject({ projects: 3, ahead: 2, aheadMw: 140 })
    expect(found.projects.map(({ project }) => project.queueId)).toEqual(['GEN-3', 'GEN-2'])
  })

  test('is one step of undo, and follows the next edition', async () => {
    const catalog = await withQueue()
    await confirm(catalog, 'SPP/GEN-1')
    await catalog.report(queue('8/1/2026', [ROWS[0]?.replace(',200,', ',180,') ?? '', ...ROWS.slice(1)]))
    expect((await near(catalog)).position?.project.capacityMw).toBe(180)
    await catalog.call['history.undo']({})
    await catalog.call['history.undo']({})
    expect((await near(catalog)).positionId).toBeNull()
    await catalog.call['history.redo']({})
    expect((await near(catalog)).position?.project.capacityMw).toBe(200)
    expect((await catalog.call['catalog.check']({})).filter(({ ok }) => !ok)).toEqual([])
  })

  test('that no edition holds any more is still named', async () => {
    const catalog = await withQueue()
    await confirm(catalog, 'SPP/GEN-1')
    await catalog.report(queue('8/1/2026', ROWS.slice(1)))
    expect(await near(catalog)).toMatchObject({ positionId: 'SPP/GEN-1', position: null, suggestions: [] })
  })

  test('is known again behind the mark of a study cycle', async () => {
    const catalog = await withQueue()
    await confirm(catalog, 'PJM/AE1-070')
    const header = 'Project ID,Name,Commercial Name,State,County,Status,Transmission Owner,MFO,MW Energy,MW Capacity'
    const rest =
      'Project Type,Fuel,Feasibility Study Status,System Impact Study Status,Facilities Study Status,Submitted Date'
    const row =
      'AE1-070 - moved to TC1,There,,TX,Milam,Active,AEP,500,500,300,Generation Interconnection,Wind,N/A,N/A,N/A,9/10/2019'
    await catalog.report(`${header},${rest}\n${row}\n`, { name: 'pjm.csv' })
    expect((await near(catalog)).position?.project.queueId).toBe('AE1-070 - moved to TC1')
  })
})

describe('How many requests give up', () => {
  const SETTLED = ['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN'].map(
    (status, i) => `OLD-${i},Milam,TX,OGE,1/1/2020,10,1/1/2015,Sub,${status}`,
  )

  test('is told only by files that list what was built too', async () => {
    const catalog = await withQueue()
    await catalog.report(queue('8/1/2026', [...ROWS, ...SETTLED]))
    expect((await near(catalog)).county).toMatchObject({ projects: 9, settled: 0, withdrawalRate: null })
    const built = 'NEW-1,Bell,TX,OGE,1/1/2020,10,1/1/2015,Sub,IA FULLY EXECUTED/COMMERCIAL OPERATION'
    await catalog.report(queue('9/1/2026', [...ROWS, ...SETTLED, built]))
    const { county, state } = await near(catalog)
    expect(county).toMatchObject({ settled: 6, withdrawalRate: 1 })
    expect(state).toMatchObject({ settled: 7, withdrawalRate: 6 / 7 })
  })
})
