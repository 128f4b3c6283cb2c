import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step adds reference records, which go with the edition that brought them', () => {
  const db = migratedTo(70)
  db.exec("INSERT INTO record_header (key, names) VALUES (1, '[]')")
  stepTo(db, 71)
  db.exec(`
    INSERT INTO archived_file VALUES ('${'0'.repeat(64)}', 'f.xlsx', 1, 'plain', x'00', 0);
    INSERT INTO import_edition (key, data_set_name, format, kind, title, file_name, sha256, record_count, imported_at, imported_by)
    VALUES (1, 'x', 'plants.x', 'plants', 'X', 'f.xlsx', '${'0'.repeat(64)}', 1, 0, 'Ada');
  `)
  const insert = (cells: string) =>
    db
      .prepare(
        `INSERT INTO reference_record (edition, position, schedule, sheet, row_number, plant_id, header, cells)
         VALUES (1, 0, 'eia-860-plant', 'Plant', 3, '3', 1, ?)`,
      )
      .run(cells)
  expect(() => insert('no')).toThrow(/CHECK/)
  insert('[]')
  db.exec('DELETE FROM import_edition')
  expect(db.prepare('SELECT count(*) FROM reference_record').pluck().get()).toBe(0)
})
