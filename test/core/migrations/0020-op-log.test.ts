import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step gives the catalog a node of its own and leaves its sites as they were', () => {
  const db = migratedTo(10)
  db.exec(
    `INSERT INTO site (id, revision, name, grid_voltage_kv) VALUES ('a', 1, 'Alpha', 345), ('b', 1, 'Beta', NULL)`,
  )
  const before = db.prepare('SELECT * FROM site ORDER BY key').all()
  stepTo(db, 20)
  expect(db.prepare('SELECT * FROM site ORDER BY key').all()).toEqual(before)
  expect(db.prepare(`SELECT value FROM meta WHERE key = 'node_id'`).pluck().get()).toMatch(/^[0-9a-f]{16}$/)
  expect(db.prepare(`SELECT value FROM meta WHERE key = 'clock'`).pluck().get()).toBe('')
  for (const table of ['op', 'op_parent', 'head', 'change_set', 'undo_step', 'note'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})

test('an op holds JSON, and a head an op that is there', () => {
  const db = migratedTo(20)
  db.pragma('foreign_keys = ON')
  const add = db.prepare(`INSERT INTO op VALUES (?, 'site', 's', 'name', ?, 'x', 'c', NULL)`)
  expect(() => add.run('1', 'not json')).toThrow(/CHECK constraint failed/)
  add.run('1', '{"value":"x"}')
  db.exec(`INSERT INTO head VALUES ('site', 's', 'name', '1')`)
  expect(() => db.exec(`INSERT INTO head VALUES ('site', 's', 'name', '2')`)).toThrow(/FOREIGN KEY constraint failed/)
})
