import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

const HASH = '0'.repeat(64)

test('the step leaves data sets as they were, without an edition of their own', () => {
  const db = migratedTo(50)
  db.exec(`
    INSERT INTO archived_file VALUES ('${HASH}', 'a.csv', 1, 'plain', x'61', 0);
    INSERT INTO data_set VALUES (1, 'A', 'sites-csv', 'sites', 'a.csv', '${HASH}', '', 1, 0);
  `)
  const before = db.prepare('SELECT * FROM data_set').get()
  stepTo(db, 60)
  expect(db.prepare('SELECT * FROM data_set').get()).toEqual({ ...(before as object), as_of: null, edition: null })
})

test('an edition takes its queue projects with it, and a step its records', () => {
  const db = migratedTo(60)
  db.pragma('foreign_keys = ON')
  db.exec(`
    INSERT INTO archived_file VALUES ('${HASH}', 'a.csv', 1, 'plain', x'61', 0);
    INSERT INTO import_edition (key, data_set_name, format, kind, title, file_name, sha256, record_count, imported_at, imported_by)
      VALUES (1, 'A', 'queue.spp', 'queue', 'SPP', 'a.csv', '${HASH}', 1, 0, 'Ada');
    INSERT INTO queue_project (edition, position, iso, queue_id, ordinal, direction, stage, extra, sheet, row_number)
      VALUES (1, 0, 'SPP', 'GEN-1', 0, 'generation', 'application', '{}', '', 3);
    INSERT INTO change_set VALUES ('c', 'Import a.csv', 'edit', 'Ada');
    INSERT INTO import_step VALUES ('c', 1, 1, NULL);
    INSERT INTO import_step_record (change_set, site_id) VALUES ('c', 's');
    DELETE FROM import_step;
    DELETE FROM import_edition;
  `)
  for (const table of ['queue_project', 'import_step_record'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})
