import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { resourceFolders } from '../../electron/host/paths.ts'
import type { TableMapping, TableProposal } from '../../shared/contract/mappings.ts'
import type { SiteDetail } from '../../shared/contract/sites.ts'
import { tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

type Catalog = ReturnType<typeof tempCatalog>

const BROKER = [
  'Acme Land, August 2026;;;;;;;;',
  'Parcel No;Standort;GPS;Load (kW);Area (ha);Line voltage V;Rate c/kWh;Dist to substation km;Hinweis',
  '17-A;Pecos Bend;"31,42; -103,49";150.000;40,5;138000;3,85;1,609344;near the well',
  '17-B;Snyder East;32°42\'36" N 100°54\'36" W;75000;12,25;345000;4,10;0,5;',
].join('\n')

function catalogWithCounties(): Catalog {
  return tempCatalog('Ada', tempFolder(), resourceFolders().reference)
}

async function inspect(catalog: Catalog, name: string, content: string | Uint8Array, mapping?: TableMapping) {
  const grant = catalog.grantFile(name, content)
  const proposal = await catalog.call['imports.inspect']({ grant, ...(mapping ? { mapping } : {}) })
  if (!proposal) throw new Error('The file is no table.')
  return { grant, proposal }
}

async function importMapped(catalog: Catalog, grant: string, mapping: TableMapping) {
  const { jobId } = await catalog.call['imports.start']({ grant, mapping, dryRun: false })
  const { result, error } = await catalog.jobDone(jobId)
  if (result?.type !== 'import') throw new Error(error?.message ?? 'The import has no report.')
  return result
}

function valuesOf({ attributes }: SiteDetail): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ field, value }) => [field, value]))
}

function becomes({ mapping }: TableProposal): Record<string, string> {
  return Object.fromEntries(
    mapping.columns.map(({ heading, role, unit }) => [heading, unit ? `${role}, ${unit}` : role]),
  )
}

describe('A table under odd headings', () => {
  test('is proposed with roles, units, decimal commas and pairs of coordinates, and goes in converted', async () => {
    const catalog = tempCatalog()
    const { grant, proposal } = await inspect(catalog, 'broker.csv', BROKER)
    expect(becomes(proposal)).toEqual({
      'Parcel No': 'siteId',
      Standort: 'name',
      GPS: 'position',
      'Load (kW)': 'plannedMw, kW',
      'Area (ha)': 'landAcres, hectares',
      'Line voltage V': 'gridVoltageKv, V',
      'Rate c/kWh': 'powerPriceUsdPerMwh, ¢/kWh',
      'Dist to substation km': 'substationDistanceMi, km',
      Hinweis: 'ignore',
    })
    expect(proposal).toMatchObject({ headerRow: 2, sampled: 2, readable: 2, problem: null })
    expect(proposal.mapping.decimalMark).toBe('comma')
    expect(proposal.columns[3]?.examples).toEqual(['150.000', '75000'])

    const report = await importMapped(catalog, grant, proposal.mapping)
    expect(report).toMatchObject({ format: 'sites-mapped', added: 2, rejectedCount: 0 })
    expect(valuesOf(await catalog.call['sites.get']({ siteId: '17-A' }))).toMatchObject({
      name: 'Pecos Bend',
      position: { latitude: 31.42, longitude: -103.49 },
      plannedMw: 150,
      gridVoltageKv: 138,
      powerPriceUsdPerMwh: 38.5,
      substationDistanceMi: 1,
    })
    const snyder = valuesOf(await catalog.call['sites.get']({ siteId: '17-B' }))
    expect(snyder['position']).toEqual({ latitude: 32.71, longitude: -100.91 })
    expect(snyder['landAcres']).toBeCloseTo(12.25 * 2.47105381, 6)
  })

  test('takes the middle of the county for rows without a place, and says why others stay out', async () => {
    const catalog = catalogWithCounties()
    const { grant, proposal } = await inspect(
      catalog,
      'parcels.csv',
      'Property,Cnty,St,MW\nAlpha,Reeves County,Texas,100\nBeta,Revees,TX,50\nGamma,,TX,20\nDelta,Ward,TX,lots',
    )
    const report = await importMapped(catalog, grant, proposal.mapping)
    expect(report.added).toBe(1)
    expect(report.rejected).toEqual([
      { row: 3, column: 'Cnty', reason: '"Revees, TX" is no county that Switchyard knows; "reeves, TX" may be meant' },
      { row: 4, column: 'Cnty', reason: 'is empty, and a site needs a position or a county and state' },
      { row: 5, column: 'MW', reason: '"lots" is not a number' },
    ])
    const [siteId = ''] = await catalog.call['sites.search']({ text: 'Alpha', limit: 5 })
    const values = valuesOf(await catalog.call['sites.get']({ siteId }))
    expect(values['coordinatePrecision']).toBe('county')
    expect((values['position'] as { latitude: number }).latitude).toBeCloseTo(31.3, 0)
  })

  test('finds the system of projected coordinates by the counties that the rows name', async () => {
    const catalog = catalogWithCounties()
    // 31.42 N, 103.49 W in UTM zone 13.
    const { proposal } = await inspect(
      catalog,
      'survey.tsv',
      'Site\tNorthing\tEasting\tCounty\tState\nAlpha\t3476600\t643500\tReeves\tTX\n',
    )
    expect(proposal.mapping.crs).toBe('EPSG:32613')
    expect(proposal.preview[0]?.position?.latitude).toBeCloseTo(31.415, 2)
    expect(proposal.preview[0]?.position?.longitude).toBeCloseTo(-103.49, 2)
    const asDegrees = await inspect(catalog, 'survey.tsv', 'Site\tNorthing\tEasting\nAlpha\t3476600\t643500\n')
    expect(asDegrees.proposal.columns[1]).toMatchObject({ problems: 1 })
    expect(asDegrees.proposal.columns[1]?.problem).toContain('choose their system')
  })

  test('is read from the sheet and row of a workbook where its headings stand, and keeps columns that nobody mapped', async () => {
    const catalog = tempCatalog()
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Read me', rows: [['Confidential'], ['Not a table']] },
        {
          name: 'Pipeline',
          rows: [
            ['Acme Land'],
            [],
            ['Asset', 'Y coord', 'X coord', 'MW', 'MW', 'Colour'],
            ['Alpha', 31.25, -97.5, 120.5, 7, 'red'],
          ],
        },
      ],
    })
    const { grant, proposal } = await inspect(catalog, 'pipeline.xlsx', bytes)
    expect(proposal).toMatchObject({ sheet: 'Pipeline', headerRow: 3, readable: 1 })
    const report = await importMapped(catalog, grant, proposal.mapping)
    expect(report).toMatchObject({ added: 1, rejectedCount: 0 })
    const [siteId = ''] = await catalog.call['sites.search']({ text: 'Alpha', limit: 5 })
    const site = await catalog.call['sites.get']({ siteId })
    expect(JSON.stringify(site)).toContain('red')
  })

  test('says in one sentence what a mapping lacks, and changes nothing', async () => {
    const catalog = tempCatalog()
    const { grant, proposal } = await inspect(catalog, 'broker.csv', BROKER)
    const without = (role: string): TableMapping => ({
      ...proposal.mapping,
      columns: proposal.mapping.columns.map((each) => (each.role === role ? { ...each, role: 'ignore' } : each)),
    })
    const sentence = async (mapping: TableMapping) =>
      await importMapped(catalog, grant, mapping).catch((error: Error) => error.message)
    expect(await sentence(without('position'))).toBe(
      'The columns cannot be read so: no columns become a position; choose latitude and longitude, or county and state.',
    )
    expect(await sentence({ ...proposal.mapping, crs: 'EPSG:1' })).toMatch(/^"EPSG:1" is no coordinate system .*\.$/)
    expect(
      await sentence({ ...proposal.mapping, columns: [{ heading: 'Elsewhere', role: 'name', unit: null }] }),
    ).toMatch(/^"broker.csv" has no table with the columns of this mapping \(Elsewhere\).*\.$/)
    expect((await catalog.call['catalog.summary']({})).siteCount).toBe(0)
  })

  test('of no table is no proposal', async () => {
    const catalog = tempCatalog()
    const grant = catalog.grantFile('x.json', '{"a": 1}')
    expect(await catalog.call['imports.inspect']({ grant })).toBeNull()
  })
})

describe('A saved mapping', () => {
  test('is offered again for the same headings in any order, is undone, redone and removed', async () => {
    const catalog = tempCatalog()
    const first = await inspect(catalog, 'a.csv', 'Asset,Y coord,X coord,Load\nAlpha,31,-97,1500')
    const columns = first.proposal.mapping.columns.map((each) =>
      each.heading === 'Load' ? { ...each, unit: 'kW' } : each,
    )
    const mapping = { ...first.proposal.mapping, columns }
    const { mappingId } = await catalog.call['mappings.save']({ name: 'Acme', mapping })
    const next = await inspect(catalog, 'b.csv', 'load,ASSET,X Coord,Y Coord\n2500,Beta,-98,32')
    expect(next.proposal.saved).toEqual({ mappingId, name: 'Acme' })
    expect(becomes(next.proposal)).toMatchObject({ load: 'plannedMw, kW', ASSET: 'name' })
    expect(next.proposal.preview[0]?.values).toEqual([{ label: 'Contracted or planned', text: '2.5 MW' }])

    expect((await catalog.call['mappings.save']({ name: 'ACME', mapping })).mappingId).toBe(mappingId)
    expect((await catalog.call['history.undo']({})).label).toBe('Save mapping ACME')
    expect((await catalog.call['mappings.list']({})).map(({ name }) => name)).toEqual(['Acme'])
    await catalog.call['mappings.remove']({ mappingId })
    expect(await catalog.call['mappings.list']({})).toEqual([])
    await catalog.call['history.undo']({})
    expect((await catalog.call['mappings.list']({})).map((each) => each.mapping)).toEqual([mapping])
    await catalog.call['history.redo']({})
    await expect(catalog.call['mappings.remove']({ mappingId })).rejects.toThrow('no such mapping')
  })
})
