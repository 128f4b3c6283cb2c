import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

const HASH = '0'.repeat(64)

test('the step leaves features as they are and finds them by their boxes without reading their rows', () => {
  const db = migratedTo(110)
  db.exec(`
    INSERT INTO archived_file VALUES ('${HASH}', 'a.kml', 1, 'plain', x'61', 0);
    INSERT INTO import_edition (key, data_set_name, format, kind, title, file_name, sha256, record_count, imported_at, imported_by)
      VALUES (1, 'a.kml', 'layer.kml', 'layer', 'KML', 'a.kml', '${HASH}', 1, 0, 'Ada');
    INSERT INTO layer_feature (key, edition, layer, ordinal, geometry, vertices, west, south, east, north, attributes, content_hash)
      VALUES (7, 1, 'a', 1, x'00', 1, -97, 31, -97, 31, '{}', x'00');
  `)
  stepTo(db, 140)
  const boxes = 'SELECT key, west FROM layer_feature WHERE edition = 1 AND west <= 0 AND north >= 0'
  expect(db.prepare(boxes).all()).toEqual([{ key: 7, west: -97 }])
  expect(db.prepare(`EXPLAIN QUERY PLAN ${boxes}`).all()).toEqual([
    expect.objectContaining({ detail: expect.stringContaining('COVERING INDEX layer_feature_box') }),
  ])
  expect(() => db.exec(`INSERT INTO layer_look VALUES ('a.kml', 'no', 1)`)).toThrow(/CHECK/)
})
