import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step adds a table of decks and leaves notes and ops as they are', () => {
  const db = migratedTo(30)
  db.exec(`
    INSERT INTO change_set VALUES ('c', 'Add note', 'edit', 'x');
    INSERT INTO op VALUES ('o', 'note', 'n', 'text', '"Old breaker yard"', 'x', 'c', NULL);
    INSERT INTO head VALUES ('note', 'n', 'text', 'o');
    INSERT INTO note VALUES ('n', 's', 'Old breaker yard', 'x', 0, 0);
  `)
  stepTo(db, 40)
  expect(db.prepare('SELECT count(*) FROM deck').pluck().get()).toBe(0)
  expect(db.prepare('SELECT text FROM note').pluck().all()).toEqual(['Old breaker yard'])
  expect(db.prepare('SELECT id FROM op').pluck().all()).toEqual(['o'])
  expect(() => db.exec(`INSERT INTO deck VALUES ('d', 'Bear', 0, '{}')`)).toThrow(/CHECK/)
})
