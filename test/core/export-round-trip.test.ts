import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { shortNames } from '../../electron/core/documents/export/short-names.ts'
import { EXPORT_NAMES, exportName } from '../../shared/domain/export/export-columns.ts'
import type { ExportFormat } from '../../shared/domain/export/export-format.ts'
import type { SiteFieldKey } from '../../shared/domain/site/site-fields.ts'
import type { Position } from '../../shared/domain/site/site-value.ts'
import { exportTo, SITES } from '../support/export-case.ts'
import { peekStaged, stageLayer } from '../support/stage-layer.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** What a format does to a text, where it does anything: XML ends lines its own way, dBase drops blanks at the end. */
const ROUND_TRIPS: readonly { format: ExportFormat; name: string; as: string; text?: (value: string) => string }[] = [
  { format: 'geojson', name: 'out.geojson', as: 'layer.geojson' },
  { format: 'kml', name: 'out.kml', as: 'layer.kml' },
  { format: 'kmz', name: 'out.kmz', as: 'layer.kml' },
  { format: 'gpkg', name: 'out.gpkg', as: 'layer.geopackage' },
  { format: 'shp', name: 'out.zip', as: 'layer.shapefile', text: (value) => value.trimEnd() },
]

describe('Exported sites come back with every value through our own importer', () => {
  test.each(ROUND_TRIPS)('$format', async ({ format, name, as, text = (value: string) => value }) => {
    const file = path.join(tempFolder(), name)
    await exportTo(file, format)
    const { recognised, staged, db } = await stageLayer(file)
    expect(recognised.format).toBe(as)
    expect(staged).toMatchObject({ accepted: 2, rejectedCount: 0 })
    const shorts = shortNames(EXPORT_NAMES)
    const nameOf = (column: string) => (format === 'shp' ? (shorts.get(column) ?? column) : column)
    for (const feature of peekStaged(db)) {
      const attributes = JSON.parse(feature.attributes) as Record<string, unknown>
      const site = SITES[String(attributes[nameOf('site_id')])] ?? {}
      expect(Object.keys(site).length).toBeGreaterThan(2)
      for (const [key, value] of Object.entries(site)) {
        if (key === 'position') {
          const { latitude, longitude } = value as Position
          expect([feature.west, feature.south]).toEqual([longitude, latitude])
          continue
        }
        const read = attributes[nameOf(exportName(key as SiteFieldKey))]
        // KML has texts alone.
        expect([key, typeof value === 'number' ? Number(read) : read]).toEqual([
          key,
          typeof value === 'string' ? text(value) : value,
        ])
      }
    }
    expect(readFileSync(file).length).toBeGreaterThan(500)
  })
})
