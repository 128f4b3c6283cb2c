import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportTo, SITES } from '../support/export-case.ts'
import { tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function importAsSites(name: string, content: string | Uint8Array) {
  const catalog = tempCatalog()
  const grant = catalog.grantFile(name, content)
  const { jobId } = await catalog.call['imports.start']({ grant, dryRun: false, format: 'sites-places' })
  const job = await catalog.jobDone(jobId)
  return { catalog, job }
}

describe('Places of a map as sites', () => {
  test.each([
    ['kml', 'out.kml'],
    ['kmz', 'out.kmz'],
    ['geojson', 'out.geojson'],
    ['gpkg', 'out.gpkg'],
  ] as const)('exported as %s come back as the sites they were', async (format, name) => {
    const file = path.join(tempFolder(), name)
    await exportTo(file, format)
    const { catalog, job } = await importAsSites(name, readFileSync(file))
    expect(job.result).toMatchObject({ kind: 'sites', format: 'sites-places', added: 2, rejectedCount: 0 })
    for (const [siteId, values] of Object.entries(SITES)) {
      const { attributes } = await catalog.call['sites.get']({ siteId })
      expect(Object.fromEntries(attributes.map(({ field, value }) => [field, value]))).toEqual(values)
    }
  })

  test('stand at the middle of an area, and keep what no field is for', async () => {
    const polygon =
      '<Polygon><outerBoundaryIs><LinearRing><coordinates>-98,31 -97,31 -97,32 -98,31</coordinates></LinearRing></outerBoundaryIs></Polygon>'
    const kml = `<kml><Placemark><name>North tract</name><ExtendedData><Data name="acres"><value>640</value></Data><Data name="Broker"><value>J. Roe</value></Data></ExtendedData>${polygon}</Placemark></kml>`
    const { catalog } = await importAsSites('deal.kml', kml)
    const [siteId = ''] = await catalog.call['sites.search']({ text: 'North tract' })
    const detail = await catalog.call['sites.get']({ siteId })
    expect(detail.attributes.find(({ field }) => field === 'position')?.value).toEqual({
      latitude: 31.5,
      longitude: -97.5,
    })
    expect(detail.attributes.find(({ field }) => field === 'landAcres')?.value).toBe(640)
    expect(detail.records[0]?.cells).toContainEqual(['Broker', 'J. Roe'])
  })

  test('are refused in one sentence where the file is no map', async () => {
    const { job } = await importAsSites('a.csv', 'a,b\n1,2\n')
    expect(job.error?.message).toBe('"a.csv" holds no table that Switchyard knows; save it as CSV with a header row.')
  })
})
