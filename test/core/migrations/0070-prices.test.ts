import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step adds nodes and packed prices, which go with the edition that brought them, and keeps the sites', () => {
  const db = migratedTo(60)
  db.exec("INSERT INTO site (id, revision, name) VALUES ('a', 1, 'Alpha')")
  stepTo(db, 70)
  db.exec(`
    INSERT INTO archived_file VALUES ('${'0'.repeat(64)}', 'f.csv', 1, 'plain', x'00', 0);
    INSERT INTO import_edition (key, data_set_name, format, kind, title, file_name, sha256, record_count, imported_at, imported_by)
    VALUES (1, 'x', 'prices.x', 'prices', 'X', 'f.csv', '${'0'.repeat(64)}', 1, 0, 'Ada');
    INSERT INTO price_node VALUES (1, 'ERCOT', 'day_ahead', 'HB_WEST', '');
    INSERT INTO price_chunk VALUES (1, 202201, 1, 3600, x'00000000', x'0000000000000000');
  `)
  expect(() => db.exec("INSERT INTO price_chunk VALUES (1, 202202, 1, 3600, x'00000000', x'00')")).toThrow(/CHECK/)
  expect(db.prepare('SELECT price_node FROM site').pluck().all()).toEqual([null])
  db.exec('DELETE FROM import_edition')
  expect(db.prepare('SELECT count(*) FROM price_chunk').pluck().get()).toBe(0)
})
