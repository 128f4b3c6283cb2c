import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { startCore } from '../../electron/core/client.ts'
import { IMPORTERS } from '../../electron/core/import/importers.ts'
import { loadReference } from '../../electron/core/load-reference.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import type { SiteDetail } from '../../shared/contract/sites.ts'
import { NO_SITES, readImport, writeTempFile } from '../support/read-import.ts'
import { tempFolder } from '../support/temp-folder.ts'

const resources = resourceFolders()
const reference = (name: string) => ({ path: path.join(resources.reference, name), name })
const sitesText = readFileSync(reference('sites.csv').path, 'utf8')
const coalText = readFileSync(reference('retired_coal.csv').path, 'utf8')

describe('The reference sites', () => {
  test('are recognised whatever the file is called, and all rows go in', async () => {
    const { opened, records, rejected } = await readImport(writeTempFile(sitesText, 'renamed.txt'))
    expect(opened.format).toBe('reference-sites')
    expect(records).toHaveLength(267)
    expect(rejected).toEqual([])
  })

  test('carry their own source and date, and megawatts on their rungs', async () => {
    const { records } = await readImport(reference('sites.csv'))
    const byId = new Map(records.map((record) => [record.siteId, record]))
    expect(byId.get('coal-gorgas-al')).toMatchObject({
      source: 'https://www.eia.gov/electricity/data/eia860m/',
      asOf: '2026-02',
      values: {
        gridVoltageKv: 230,
        gridOperator: 'SERC/non-ISO',
        position: { latitude: 33.64434, longitude: -87.19649 },
      },
    })
    for (const { values, rungs } of records) {
      if (values.energizedMw !== undefined) expect(rungs.energizedMw).toBe('energized')
      if (values.plannedMw !== undefined && values.queueStatus === 'unknown') expect(rungs.plannedMw).toBeUndefined()
      if (values.plannedMw !== undefined && values.queueStatus === 'ia_signed')
        expect(rungs.plannedMw).toBe('agreement')
    }
  })

  test('without one of their columns are refused by its name, since its values would be emptied', async () => {
    const header = sitesText.slice(0, sitesText.indexOf('\r\n'))
    for (const column of ['latitude', 'site_id', 'water']) {
      const text = sitesText.replace(header, header.replace(new RegExp(`\\b${column}\\b`), `old_${column}x`))
      await expect(readImport(writeTempFile(text))).rejects.toThrow(
        `"sites.csv" has no column "${column}"; add it, empty if need be, and import again.`,
      )
    }
  })

  test('are read as any list of sites when asked to', async () => {
    const { opened, records } = await readImport(reference('sites.csv'), { format: 'sites-csv' })
    expect(opened.format).toBe('sites-csv')
    expect(records).toHaveLength(267)
    expect(records[0]?.values).toMatchObject({ name: 'Gorgas (coal plant)', gridVoltageKv: 230 })
  })

  test('are not read as a format that nobody knows', async () => {
    await expect(readImport(reference('sites.csv'), { format: 'shapefile' })).rejects.toThrow(
      `"shapefile" is not a format; choose ${IMPORTERS.map(({ id }) => id).join(', ')}.`,
    )
  })
})

describe('The coal plants', () => {
  test('are 291 sites in 301 rows', async () => {
    const { opened, records, rejected, rowsRead } = await readImport(reference('retired_coal.csv'))
    expect(opened.format).toBe('reference-retired-coal')
    expect(rejected).toEqual([])
    expect(rowsRead).toBe(301)
    expect(new Set(records.map(({ siteId }) => siteId)).size).toBe(291)
  })

  test('with two rows add up generators that retire in different years', async () => {
    const { records } = await readImport(reference('retired_coal.csv'))
    const baldwin = records.find(({ values }) => values.eiaPlantId === '889')
    expect(baldwin?.values).toMatchObject({
      name: 'Baldwin Energy Complex (coal plant)',
      nameplateGenerationMw: 1894.1,
      retirementYear: 2027,
      kind: 'retiring_plant',
      status: 'retiring',
    })
    expect(baldwin?.cells.filter((_, index) => baldwin.header[index]?.startsWith('retirement_year'))).toEqual([
      '2020',
      '2027',
    ])
    expect(baldwin?.asOf).toBe('2025-12')
  })

  test('that are retooled are in use, and only fully retired ones count as retired', async () => {
    const { records } = await readImport(reference('retired_coal.csv'))
    const statusOf = (eiaPlantId: string) => {
      const plant = records.find(({ values }) => values.eiaPlantId === eiaPlantId)
      return [plant?.values.kind, plant?.values.status]
    }
    expect(statusOf('3')).toEqual(['retiring_plant', 'operating'])
    expect(statusOf('8')).toEqual(['retired_plant', 'retired'])
    expect(statusOf('4158')).toEqual(['retiring_plant', 'retiring'])
  })

  test('of one name in one state but two EIA codes keep apart', async () => {
    const [header = '', barry = ''] = coalText.split('\r\n')
    const other = barry.replace(/^3,/, '99003,').replace('31.00690', '34.5')
    const { records } = await readImport(writeTempFile([header, barry, other].join('\r\n')))
    expect(records.map(({ siteId }) => siteId)).toEqual(['coal-barry-al', 'coal-barry-al-99003'])
  })

  test('that the catalog knows keep its ids', async () => {
    const { records } = await readImport(reference('retired_coal.csv'), {
      catalog: { ...NO_SITES, findByEiaPlantId: (id) => (id === '3' ? 'my-own-barry' : null) },
    })
    expect(records.find(({ values }) => values.eiaPlantId === '3')?.siteId).toBe('my-own-barry')
  })

  test('whose row does not say what became of them stay out', async () => {
    const [header = '', barry = ''] = coalText.split('\r\n')
    const { records, rejected } = await readImport(
      writeTempFile([header, barry.replace('(retooled)', '(sold)')].join('\r\n')),
    )
    expect(records).toEqual([])
    expect(rejected).toEqual([
      { row: 2, column: 'source', reason: 'does not say whether the plant is retired, retiring or retooled' },
    ])
  })
})

describe('Both files in one catalog', () => {
  test('are 498 sites, each attribute with the source it came from', async () => {
    const folder = tempFolder()
    const core = await startCore({
      catalogFile: path.join(folder, 'catalog.sqlite'),
      outputFolder: folder,
      resources,
      author: 'tester',
    })
    try {
      const reports = await loadReference(core, resources)
      expect(reports.map(({ records, rejectedCount }) => [records, rejectedCount])).toEqual([
        [267, 0],
        [301, 0],
      ])
      const columns = unpackColumns((await core.call('sites.columns', {})) as Uint8Array)
      expect(columns.count).toBe(498)

      const gorgas = (await core.call('sites.get', { siteId: 'coal-gorgas-al' })) as SiteDetail
      const attribute = (field: string) => gorgas.attributes.find((each) => each.field === field)
      expect(attribute('city')).toMatchObject({
        value: 'Parrish',
        source: 'https://www.eia.gov/electricity/data/eia860m/',
      })
      expect(attribute('nameplateGenerationMw')).toMatchObject({
        value: 1416.7,
        source: expect.stringContaining('EIA-860M generator inventory'),
      })
      expect(gorgas.records).toHaveLength(2)
      // A campus planned on the ground of a plant is another site than the plant.
      expect(columns.ids).toContain('coal-dickerson-md')
      expect(columns.ids).toContain('dickerson-md')
    } finally {
      await core.close()
    }
  })
})
