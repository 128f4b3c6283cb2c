import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nearestOnGeometry } from '../../shared/domain/nearby/nearest-on-geometry.ts'
import { METRES_PER_MILE } from '../../shared/map/geodesy/format-measure.ts'
import { sitesCsv } from '../support/builders.ts'
import { sampleFiles } from '../support/sample-files.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

const ROLES: Readonly<Record<string, string>> = {
  'RI_Parcels.gpkg': 'parcels',
  'ca_500kv_transmission_lines.zip': 'transmission_lines',
  'hifld_substations.reduced.geojson': 'substations',
  'hifld_transmission_ca.geojson': 'transmission_lines',
  'nj_counties.zip': 'other',
}
const samples = sampleFiles('geo').filter(({ name }) => Object.hasOwn(ROLES, name))

test.runIf(samples.length > 0)(
  'published layers are known for what they are, and the nearest line is the nearest',
  async () => {
    const catalog = tempCatalog()
    await catalog.report(sitesCsv([{ site_id: 'tracy', latitude: 37.72, longitude: -121.48 }]))
    for (const { name, file } of samples) {
      const { jobId } = await catalog.call['imports.start']({ grant: catalog.grantFile(name, readFileSync(file)) })
      expect((await catalog.jobDone(jobId)).error).toBeNull()
    }
    const roles = await catalog.call['nearby.roles']({})
    expect(Object.fromEntries(roles.map(({ name, role }) => [name, role]))).toEqual(
      Object.fromEntries(samples.map(({ name }) => [name, ROLES[name]])),
    )
    const { figures } = await catalog.call['nearby.ofSite']({ siteId: 'tracy' })
    const lines = figures.filter(({ target }) => target === 'transmission_line')
    expect(lines.map(({ voltageClass }) => voltageClass)).toEqual([
      null,
      'below_100',
      '100_to_199',
      '200_to_299',
      '450_and_above',
    ])
    const hifld = samples.find(({ name }) => name === 'hifld_transmission_ca.geojson')
    const { features } = JSON.parse(readFileSync(hifld?.file ?? '', 'utf8')) as {
      features: { geometry: Parameters<typeof nearestOnGeometry>[1]; properties: { VOLTAGE: number } }[]
    }
    const least = (isOf: (kv: number) => boolean) =>
      Math.min(
        ...features
          .filter(({ properties }) => isOf(properties.VOLTAGE))
          .map(({ geometry }) => nearestOnGeometry([-121.48, 37.72], geometry)?.distanceM ?? Infinity),
      ) / METRES_PER_MILE
    expect(lines[0]?.miles).toBeCloseTo(
      least(() => true),
      9,
    )
    expect(lines[3]?.miles).toBeCloseTo(
      least((kv) => kv >= 200 && kv < 300),
      9,
    )
  },
)
