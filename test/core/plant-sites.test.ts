import { describe, expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const HEADER =
  'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year'

const UNITS = [
  '195,3,Barry,AL,Mobile,1,RE,153.1,2015',
  '195,3,Barry,AL,Mobile,2,OP,272.2,2028',
  '195,3,Barry,AL,Mobile,A1,CN,100,',
  '195,7,Gadsden,AL,Etowah,1,RE,60,2019',
  '195,8,Alone,GA,Floyd,1,OP,900,',
  '195,9,Half,GA,Floyd,1,RE,300,2012',
  '195,9,Half,GA,Floyd,2,OP,400,',
]
const PLANTS = [
  'Utility ID,Plant Code,Plant Name,State,County,Latitude,Longitude',
  '195,3,Barry,AL,Mobile,31.0069,-88.0103',
]

async function withPlants(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv([{ name: 'Gadsden works', eia_plant_id: '7' }, { name: 'Elsewhere' }]))
  await catalog.report([HEADER, ...UNITS].join('\n'), { name: 'units.csv' })
  await catalog.report(PLANTS.join('\n'), { name: 'plants.csv' })
  return catalog
}

const siteRow = (catalog: TempCatalog, id: string) =>
  peek<Record<string, unknown>>(catalog, 'SELECT * FROM site WHERE id = ?', id)[0]

describe('The plant of a site', () => {
  test('is joined by its code, with what retired and what will', async () => {
    const catalog = await withPlants()
    await catalog.call['sites.edit']({ siteId: 'site-2', field: 'eiaPlantId', value: '3' })
    const plant = await catalog.call['plants.ofSite']({ siteId: 'site-2' })
    expect(plant).toMatchObject({ plantId: '3', units: 2, nameplateMw: 425.3, retiredMw: 153.1, retiringMw: 272.2 })
    expect(plant.lastRetirementYear).toBe(2028)
    expect(plant.records.map(({ dataSet, unitId, status }) => [dataSet, unitId, status])).toEqual([
      ['EIA-860 plants', null, null],
      ['EIA-860 generators', '1', 'RE'],
      ['EIA-860 generators', '2', 'OP'],
      ['EIA-860 generators', 'A1', 'CN'],
    ])
    expect(plant.records[1]?.cells).toContainEqual(['Nameplate Capacity (MW)', '153.1'])
  })

  test('is nothing without a code, and empty where no record has it', async () => {
    const catalog = await withPlants()
    expect(await catalog.call['plants.ofSite']({ siteId: 'site-2' })).toMatchObject({ plantId: null, records: [] })
    await catalog.call['sites.edit']({ siteId: 'site-2', field: 'eiaPlantId', value: '999' })
    expect(await catalog.call['plants.ofSite']({ siteId: 'site-2' })).toMatchObject({ plantId: '999', records: [] })
  })
})

describe('Plants that could be sites', () => {
  test('have retired or retiring units and are no site yet, the largest first', async () => {
    const catalog = await withPlants()
    const { candidates, total } = await catalog.call['plants.candidates']({})
    expect(candidates.map(({ plantId }) => plantId)).toEqual(['3', '9'])
    expect(total).toBe(2)
    expect(candidates[0]?.position).toEqual({ latitude: 31.0069, longitude: -88.0103 })
    expect((await catalog.call['plants.candidates']({ state: 'ga' })).candidates).toMatchObject([{ name: 'Half' }])
    expect((await catalog.call['plants.candidates']({ leastMw: 301 })).total).toBe(1)
  })

  test('become sites in one step of undo, which redo brings back', async () => {
    const catalog = await withPlants()
    const added = await catalog.call['plants.add']({ plantIds: ['3', '9'] })
    expect(added).toMatchObject({ label: 'Add 2 plants', siteIds: ['eia-3', 'eia-9'] })
    expect(siteRow(catalog, 'eia-3')).toMatchObject({
      name: 'Barry',
      kind: 'retiring_plant',
      status: 'retiring',
      latitude: 31.0069,
      nameplate_generation_mw: 425.3,
      retirement_year: 2028,
      eia_plant_id: '3',
    })
    expect(siteRow(catalog, 'eia-9')).toMatchObject({ kind: 'retiring_plant', status: 'operating', latitude: null })
    expect((await catalog.call['plants.candidates']({})).total).toBe(0)
    await catalog.call['history.undo']({})
    expect([siteRow(catalog, 'eia-3'), siteRow(catalog, 'eia-9')]).toEqual([undefined, undefined])
    expect((await catalog.call['plants.candidates']({})).total).toBe(2)
    expect((await catalog.call['catalog.check']({})).filter(({ ok }) => !ok)).toEqual([])
    await catalog.call['history.redo']({})
    expect(siteRow(catalog, 'eia-3')).toMatchObject({ name: 'Barry' })
    expect((await catalog.call['catalog.check']({})).filter(({ ok }) => !ok)).toEqual([])
  })

  test('that are a site already, or unknown, are refused and nothing is written', async () => {
    const catalog = await withPlants()
    await expect(catalog.call['plants.add']({ plantIds: ['3', '7'] })).rejects.toThrow(/^EIA plant 7 has no retired/)
    expect(siteRow(catalog, 'eia-3')).toBeUndefined()
  })
})
