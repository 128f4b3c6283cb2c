import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step adds buildable land, unknown for every site, and leaves acres as they are', () => {
  const db = migratedTo(150)
  db.exec(`INSERT INTO site (id, revision, name, land_acres) VALUES ('a', 1, 'Old mill', 640)`)
  stepTo(db, 151)
  expect(db.prepare('SELECT land_acres, buildable_acres FROM site').get()).toEqual({
    land_acres: 640,
    buildable_acres: null,
  })
  expect(() => db.exec(`INSERT INTO buildable_land VALUES ('a', 'no')`)).toThrow(/CHECK/)
})
