import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step makes room for drawings and leaves sites and ops as they are', () => {
  const db = migratedTo(110)
  db.exec(`
    INSERT INTO site (id, revision, name) VALUES ('a', 1, 'Barber Lake');
    INSERT INTO change_set VALUES ('c', 'Edit', 'edit', 'x');
    INSERT INTO op VALUES ('o', 'site', 'a', 'landAcres', '{"value":7}', 'x', 'c', NULL);
  `)
  stepTo(db, 120)
  expect(db.prepare('SELECT id FROM site').pluck().all()).toEqual(['a'])
  expect(db.prepare('SELECT id FROM op').pluck().all()).toEqual(['o'])
  expect(db.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(0)
  const put = db.prepare(`INSERT INTO annotation VALUES ('n', NULL, NULL, ?, 0, 0, 1, 1, 2, 'o', ?)`)
  expect(() => put.run(2, '{}')).toThrow(/CHECK/)
  expect(() => put.run(0, 'no')).toThrow(/CHECK/)
  put.run(0, '{}')
  expect(() => db.exec(`INSERT INTO annotation_group VALUES ('g', 1, 'no')`)).toThrow(/CHECK/)
})
