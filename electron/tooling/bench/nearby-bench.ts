import { nearestOnGeometry } from '../../../shared/domain/nearby/nearest-on-geometry.ts'
import type { NearestPlace } from '../../../shared/domain/nearby/nearest-on-segment.ts'
import { METRES_PER_MILE } from '../../../shared/map/geodesy/format-measure.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import { Database, type Db } from '../../core/db/database.ts'
import { migrate } from '../../core/db/migrate.ts'
import { readWkb } from '../../core/import/layers/read-wkb.ts'
import { writeWkb } from '../../core/import/layers/write-wkb.ts'
import { NearestFeatures } from '../../core/nearby/nearest-features.ts'
import { readLayerParts } from '../../core/nearby/read-layer-parts.ts'
import type { BenchRow } from './bench.ts'
import { processorMs } from './processor-ms.ts'
import { randomNumbers } from './random-numbers.ts'

const LINES = 20_000
const SEGMENTS_A_LINE = 10
const SITES = 1_000
const SITES_BY_HAND = 20
const RADIUS_M = 100 * METRES_PER_MILE

/** The nearest of 200,000 segments by the index of boxes, against a look at every line. */
export function nearbyBench(): readonly BenchRow[] {
  const random = randomNumbers(7)
  const place = (): LngLat => [-124 + random() * 57, 25 + random() * 24]
  const db = catalogOfLines(place, random)
  const layers = readLayerParts(db).filter(({ role }) => role === 'transmission_lines')
  const search = new NearestFeatures(db, layers)
  const sites = Array.from({ length: SITES }, place)
  // The first search prepares the statements.
  search.around([-97, 31], RADIUS_M)
  const indexed = processorMs(() => sites.map((site) => search.around(site, RADIUS_M)[0]))
  const all = processorMs(() => sites.slice(0, SITES_BY_HAND).map((site) => lookAtAll(db, site)))
  all.result.forEach((expected, index) => {
    const found = indexed.result[index]
    if (found?.distanceM !== expected?.distanceM)
      throw new Error(`Site ${index} has another nearest line by the index.`)
  })
  db.close()
  return [
    {
      what: `nearest of ${(LINES * SEGMENTS_A_LINE).toLocaleString('en-US')} segments, each of ${SITES} sites`,
      value: indexed.ms / SITES,
      reference: all.ms / SITES_BY_HAND,
      referenceName: 'a look at every line',
      unit: 'ms',
      requiredRatio: 100,
    },
  ]
}

function lookAtAll(db: Db, from: LngLat): NearestPlace | null {
  let best: NearestPlace | null = null
  const geometries = db.prepare('SELECT geometry FROM layer_feature').pluck().iterate() as IterableIterator<Uint8Array>
  for (const bytes of geometries) {
    const geometry = readWkb(bytes)
    const limit: number = best?.distanceM ?? RADIUS_M
    const found = geometry && nearestOnGeometry(from, geometry, limit)
    if (found) best = found
  }
  return best
}

function catalogOfLines(place: () => LngLat, random: () => number): Db {
  const db = new Database(':memory:')
  migrate(db, ':memory:', 0)
  const hash = '0'.repeat(64)
  db.exec(`
    INSERT INTO archived_file VALUES ('${hash}', 'lines.geojson', 1, 'plain', x'61', 0);
    INSERT INTO import_edition (key, data_set_name, format, kind, title, file_name, sha256, record_count, imported_at, imported_by)
      VALUES (1, 'lines.geojson', 'layer.geojson', 'layer', 'GeoJSON', 'lines.geojson', '${hash}', ${LINES}, 0, 'bench');
    INSERT INTO data_set (key, name, format, kind, file_name, sha256, attribution, record_count, imported_at, edition)
      VALUES (1, 'lines.geojson', 'layer.geojson', 'layer', 'lines.geojson', '${hash}', '', ${LINES}, 0, 1);
  `)
  const add = db.prepare(
    `INSERT INTO layer_feature (key, edition, layer, ordinal, geometry_type, geometry, vertices, west, south, east, north, attributes, content_hash)
     VALUES (?, 1, 'lines', ?, 'LineString', ?, ?, ?, ?, ?, ?, '{"VOLTAGE":138,"VOLT_CLASS":"100-161"}', x'00')`,
  )
  const addBox = db.prepare('INSERT INTO layer_rtree (key, west, east, south, north) VALUES (?, ?, ?, ?, ?)')
  db.transaction(() => {
    for (let key = 1; key <= LINES; key += 1) {
      let [x, y] = place()
      const direction = random() * 2 * Math.PI
      const coordinates = Array.from({ length: SEGMENTS_A_LINE + 1 }, () => {
        x += 0.02 * Math.cos(direction + random() - 0.5)
        y += 0.02 * Math.sin(direction + random() - 0.5)
        return [x, y]
      })
      const xs = coordinates.map(([each = 0]) => each)
      const ys = coordinates.map(([, each = 0]) => each)
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
      add.run(key, key, writeWkb({ type: 'LineString', coordinates }), coordinates.length, ...box)
      addBox.run(key, box[0], box[2], box[1], box[3])
    }
  })()
  return db
}
