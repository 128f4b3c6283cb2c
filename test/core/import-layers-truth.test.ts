import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { stageLayer } from '../support/stage-layer.ts'

const SAMPLES = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'samples')
const isThere = existsSync(SAMPLES)

interface LayerTruth {
  readonly features?: number
  readonly placemarks?: number
  readonly geometry_types?: Record<string, number>
  readonly vertices?: number
  readonly bbox?: number[]
  readonly bbox_wgs84?: number[]
  readonly layer?: string
  readonly fields?: string[]
  readonly properties?: string[]
}

const FILES = [
  'geo/RI_Parcels.gpkg',
  'geo/addresses.kml',
  'geo/ca_500kv_transmission_lines.zip',
  'geo/etna.kmz',
  'geo/geojson-counties-fips.json',
  'geo/hifld_substations.reduced.geojson',
  'geo/hifld_transmission_ca.geojson',
  'geo/nj_counties.zip',
  'geo/texas_counties.kml',
  'datacenters/data-centers.geojson',
]

const KML_COUNTS = [
  'folders',
  'points',
  'lines',
  'polygons',
  'multigeometries',
  'ground_overlays',
  'network_links',
  'extended_data',
  'html_descriptions',
] as const

describe(`Published maps ${isThere ? 'are read as they are' : 'were not read: their folder is not beside this one'}`, () => {
  test('their folder is there where everything is checked', () => {
    if (process.env['CI'] === 'true') expect(isThere).toBe(true)
  })

  for (const file of isThere ? FILES : [])
    test(file, async () => {
      const truth = JSON.parse(readFileSync(path.join(SAMPLES, `${file}.truth.json`), 'utf8')) as LayerTruth &
        Record<string, unknown>
      const { recognised, staged } = await stageLayer(path.join(SAMPLES, file))
      const { summary } = staged
      expect(recognised.kind).toBe('layer')
      expect(staged.rejected).toEqual([])
      expect(staged.records).toBe(truth.features ?? truth.placemarks)
      if (truth.geometry_types) expect(summary['geometry_types']).toEqual(truth.geometry_types)
      if (truth.vertices !== undefined) expect(summary['vertices']).toBe(truth.vertices)
      const box = truth.bbox ?? truth.bbox_wgs84
      // The sixth decimal is a tenth of a metre, which is what two programs' projections differ by.
      if (box)
        for (const [index, degrees] of box.entries())
          expect((summary['bbox'] as number[])[index]).toBeCloseTo(degrees, 5)
      if (truth.layer !== undefined) expect(summary['layers']).toEqual([truth.layer])
      if (truth.fields) expect(summary['fields']).toEqual(truth.fields)
      if (truth.properties)
        expect((summary['fields'] as string[]).filter((name) => name !== 'id').sort()).toEqual(truth.properties)
      if (truth.placemarks !== undefined)
        for (const key of KML_COUNTS) expect([key, summary[key]]).toEqual([key, truth[key]])
    })
})
