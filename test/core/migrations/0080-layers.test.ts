import { expect, test } from 'vitest'
import { migratedTo } from '../../support/migrated.ts'

const HASH = '0'.repeat(64)

test('an edition takes its features and their boxes with it', () => {
  const db = migratedTo(80)
  db.pragma('foreign_keys = ON')
  db.exec(`
    INSERT INTO archived_file VALUES ('${HASH}', 'a.kml', 1, 'plain', x'61', 0);
    INSERT INTO import_edition (key, data_set_name, format, kind, title, file_name, sha256, record_count, imported_at, imported_by)
      VALUES (1, 'a.kml', 'layer.kml', 'layer', 'KML', 'a.kml', '${HASH}', 1, 0, 'Ada');
    INSERT INTO layer_feature (key, edition, layer, ordinal, geometry, vertices, west, south, east, north, attributes, content_hash)
      VALUES (7, 1, 'a', 1, x'00', 1, -97, 31, -97, 31, '{}', x'00');
    INSERT INTO layer_rtree VALUES (7, -97, -97, 31, 31);
    DELETE FROM import_edition;
  `)
  for (const table of ['layer_feature', 'layer_rtree'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})
