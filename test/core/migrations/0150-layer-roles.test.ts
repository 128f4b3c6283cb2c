import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step adds roles of layers, one each, and finds plants by place without a look at all of them', () => {
  const db = migratedTo(121)
  stepTo(db, 150)
  db.exec(`INSERT INTO layer_role VALUES ('a.kml', 'lines', 'transmission_lines', 'Ada')`)
  expect(() => db.exec(`INSERT INTO layer_role VALUES ('a.kml', 'lines', 'fiber', 'Bo')`)).toThrow(/UNIQUE/)
  const plan = db
    .prepare('EXPLAIN QUERY PLAN SELECT name FROM reference_record WHERE latitude BETWEEN 30 AND 31')
    .all() as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join()).toContain('reference_record_place')
})
