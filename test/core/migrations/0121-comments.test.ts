import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step makes room for comments and leaves notes and drawings as they are', () => {
  const db = migratedTo(120)
  db.exec(`
    INSERT INTO note VALUES ('n', 'a', 'Visited', 'x', 0, 0);
    INSERT INTO annotation VALUES ('d', 'a', NULL, 0, 0, 0, 1, 1, 2, 'o', '{}');
  `)
  stepTo(db, 121)
  expect(db.prepare('SELECT text FROM note').pluck().all()).toEqual(['Visited'])
  expect(db.prepare('SELECT id FROM annotation').pluck().all()).toEqual(['d'])
  const put = db.prepare(`INSERT INTO comment_thread (id, anchor, is_resolved, is_contested) VALUES ('t', ?, ?, 0)`)
  expect(() => put.run('no', 0)).toThrow(/JSON|CHECK/i)
  expect(() => put.run('{"type":"site"}', 2)).toThrow(/CHECK/)
  put.run('{"type":"site"}', 0)
  expect(db.prepare('SELECT anchor_type FROM comment_thread').pluck().all()).toEqual(['site'])
  expect(db.prepare('SELECT count(*) FROM comment').pluck().get()).toBe(0)
})
