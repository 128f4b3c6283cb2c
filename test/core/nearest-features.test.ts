import fc from 'fast-check'
import type { LineString } from 'geojson'
import { expect, test } from 'vitest'
import { geometryFigures } from '../../electron/core/import/layers/geometry-figures.ts'
import { writeWkb } from '../../electron/core/import/layers/write-wkb.ts'
import { NearestFeatures } from '../../electron/core/nearby/nearest-features.ts'
import type { SourceLayer } from '../../electron/core/nearby/read-layer-parts.ts'
import { nearestOnGeometry } from '../../shared/domain/nearby/nearest-on-geometry.ts'
import type { LngLat } from '../../shared/map/geodesy/lng-lat.ts'
import { memoryCatalog } from '../support/replica.ts'

const VOLTAGES = [-999_999, 69, 138, 500] as const

const LAYER: SourceLayer = {
  layerId: 1,
  name: 'lines.geojson',
  part: 'lines',
  edition: 1,
  features: 0,
  role: 'transmission_lines',
  guess: 'transmission_lines',
  reason: '',
  chosenBy: null,
  voltageColumn: 'VOLTAGE',
  zoneColumn: null,
  asOf: null,
  importedAt: 0,
}

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true })

/** Lines around a place, some of them across the antimeridian's side where the place is near it. */
const scene = fc
  .tuple(degrees(-178.5, 178.5), degrees(-60, 70))
  .chain(([longitude, latitude]) =>
    fc.record({
      from: fc.constant<LngLat>([longitude, latitude]),
      radiusM: degrees(1_000, 250_000),
      lines: fc.array(
        fc.record({
          voltage: fc.constantFrom(...VOLTAGES),
          places: fc.array(fc.tuple(degrees(-1.5, 1.5), degrees(-1.5, 1.5)), { minLength: 1, maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 40 },
      ),
    }),
  )
  .map(({ from, radiusM, lines }) => ({
    from,
    radiusM,
    lines: lines.map(({ voltage, places }) => {
      const coordinates = places.map(([x, y]) => [from[0] + x, from[1] + y])
      return { voltage, geometry: { type: 'LineString', coordinates } satisfies LineString }
    }),
  }))

test('the index finds what a look at every line finds, of any voltage and of each class', () => {
  const db = memoryCatalog()
  const hash = '0'.repeat(64)
  db.exec(`
    INSERT INTO archived_file VALUES ('${hash}', 'lines.geojson', 1, 'plain', x'61', 0);
    INSERT INTO import_edition (key, data_set_name, format, kind, title, file_name, sha256, record_count, imported_at, imported_by)
      VALUES (1, 'lines.geojson', 'layer.geojson', 'layer', 'GeoJSON', 'lines.geojson', '${hash}', 1, 0, 'Ada');
  `)
  const add = db.prepare(
    `INSERT INTO layer_feature (edition, layer, ordinal, geometry_type, geometry, vertices, west, south, east, north, attributes, content_hash)
     VALUES (1, 'lines', 1, 'LineString', ?, 1, ?, ?, ?, ?, ?, x'00') RETURNING key`,
  )
  const addBox = db.prepare('INSERT INTO layer_rtree (key, west, south, east, north) VALUES (?, ?, ?, ?, ?)')
  const search = new NearestFeatures(db, [LAYER], ['transmission_lines'])
  fc.assert(
    fc.property(scene, ({ from, radiusM, lines }) => {
      db.exec('DELETE FROM layer_feature')
      for (const { geometry, voltage } of lines) {
        const figures = geometryFigures(geometry)
        if (typeof figures === 'string') continue
        const key = add.pluck().get(writeWkb(geometry), ...figures.box, JSON.stringify({ VOLTAGE: voltage }))
        addBox.run(key, ...figures.box)
      }
      const kept = lines.filter(({ geometry }) => typeof geometryFigures(geometry) !== 'string')
      const least = (isOf: (voltage: number) => boolean) => {
        const distances = kept
          .filter(({ voltage }) => isOf(voltage))
          .map(({ geometry }) => nearestOnGeometry(from, geometry)?.distanceM ?? Infinity)
        const nearest = Math.min(...distances)
        return nearest < radiusM ? nearest : undefined
      }
      const found = search.around(from, radiusM)
      const of = (voltageClass: string | null) => found.find((each) => each.voltageClass === voltageClass)?.distanceM
      expect(of(null)).toBe(least(() => true))
      expect(of('below_100')).toBe(least((voltage) => voltage === 69))
      expect(of('100_to_199')).toBe(least((voltage) => voltage === 138))
      expect(of('450_and_above')).toBe(least((voltage) => voltage === 500))
    }),
    { numRuns: 200 },
  )
  db.close()
})
