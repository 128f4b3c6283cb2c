import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step adds what the queues say of a place, unknown for every site, and leaves its own request as it is', () => {
  const db = migratedTo(170)
  db.exec(`INSERT INTO site (id, revision, name, queue_mw) VALUES ('a', 1, 'Old mill', 240)`)
  stepTo(db, 171)
  expect(db.prepare('SELECT queue_mw, queue_ahead_mw, area_years_to_power FROM site').get()).toEqual({
    queue_mw: 240,
    queue_ahead_mw: null,
    area_years_to_power: null,
  })
  expect(() => db.exec(`UPDATE site SET area_years_to_power = 'long'`)).toThrow(/REAL/)
})
