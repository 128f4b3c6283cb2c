import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step gives sites room for the request that is their own, and keeps them as they were', () => {
  const db = migratedTo(90)
  db.exec("INSERT INTO site (id, revision, name, queue_mw) VALUES ('a', 1, 'Alpha', 120)")
  stepTo(db, 100)
  expect(db.prepare('SELECT id, name, queue_mw, queue_project FROM site').all()).toEqual([
    { id: 'a', name: 'Alpha', queue_mw: 120, queue_project: null },
  ])
})
