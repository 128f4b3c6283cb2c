import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step adds a table of mappings and leaves decks and ops as they are', () => {
  const db = migratedTo(90)
  db.exec(`
    INSERT INTO change_set VALUES ('c', 'Add deck', 'edit', 'x');
    INSERT INTO op VALUES ('o', 'deck', 'd', 'name', '"Bear"', 'x', 'c', NULL);
    INSERT INTO head VALUES ('deck', 'd', 'name', 'o');
    INSERT INTO deck VALUES ('d', 'Bear', 1, '{}');
  `)
  stepTo(db, 110)
  expect(db.prepare('SELECT count(*) FROM mapping').pluck().get()).toBe(0)
  expect(db.prepare('SELECT name FROM deck').pluck().all()).toEqual(['Bear'])
  expect(db.prepare('SELECT id FROM op').pluck().all()).toEqual(['o'])
  expect(() => db.exec(`INSERT INTO mapping VALUES ('m', 'Acme land', 'no')`)).toThrow(/CHECK/)
})
