import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step makes room for documents and leaves sites and files as they are', () => {
  const db = migratedTo(60)
  db.exec(`INSERT INTO site (id, revision, name) VALUES ('a', 1, 'Barber Lake')`)
  stepTo(db, 90)
  expect(db.prepare('SELECT id FROM site').pluck().all()).toEqual(['a'])
  expect(db.prepare('SELECT count(*) FROM evidence').pluck().get()).toBe(0)
  const put = db.prepare(`INSERT INTO evidence VALUES ('e', 'a', ?, '{}', '', NULL, 'Ada', 0)`)
  expect(() => put.run('short')).toThrow('CHECK constraint')
})
