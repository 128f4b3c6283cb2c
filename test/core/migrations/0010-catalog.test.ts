import { expect, test } from 'vitest'
import { migratedTo } from '../../support/migrated.ts'

const SITE = `INSERT INTO site (id, revision, name, latitude, longitude, mw_rung) VALUES (?, 1, 'X', ?, ?, ?)`

test('the empty catalog has an id, counts its writes from zero and holds nothing', () => {
  const db = migratedTo(10)
  expect(db.prepare(`SELECT value FROM meta WHERE key = 'revision'`).pluck().get()).toBe(0)
  expect(db.prepare(`SELECT value FROM meta WHERE key = 'catalog_id'`).pluck().get()).toMatch(/^[0-9a-f-]{36}$/)
  for (const table of ['site', 'data_set', 'data_set_record', 'record_header', 'archived_file'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})

test('two catalogs have different ids', () => {
  const [one, other] = [migratedTo(10), migratedTo(10)].map((db) =>
    db.prepare(`SELECT value FROM meta WHERE key = 'catalog_id'`).pluck().get(),
  )
  expect(one).not.toBe(other)
})

test.each([
  ['a latitude past the pole', ['a', 95, 0, null]],
  ['a latitude without a longitude', ['a', 5, null, null]],
  ['an empty id', ['', 1, 1, null]],
  ['a rung above energized', ['a', 1, 1, 6]],
])('a site with %s is refused by the schema', (_, values) => {
  expect(() => migratedTo(10).prepare(SITE).run(values)).toThrow(/CHECK constraint failed/)
})

test('a data set has at most one record of a site', () => {
  const db = migratedTo(10)
  db.exec(`
    INSERT INTO archived_file VALUES ('${'0'.repeat(64)}', 'a.csv', 1, 'plain', x'61', 0);
    INSERT INTO data_set VALUES (1, 'A', 'f', 'k', 'a.csv', '${'0'.repeat(64)}', '', 1, 0);
    INSERT INTO record_header VALUES (1, '[]');
  `)
  const add = db.prepare(`INSERT INTO data_set_record VALUES (NULL, 1, 's', 2, '', NULL, '{}', NULL, 1, '[]')`)
  add.run()
  expect(() => add.run()).toThrow(/UNIQUE constraint failed/)
})
