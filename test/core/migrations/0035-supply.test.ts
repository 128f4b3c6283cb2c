import { expect, test } from 'vitest'
import { FIELD_COLUMNS } from '../../../electron/core/site/field-columns.ts'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step gives every site the new fields, unknown, and leaves the others as they are', () => {
  const db = migratedTo(30)
  db.exec(`INSERT INTO site (id, revision, name, power_price_usd_per_mwh) VALUES ('a', 1, 'Old mill', 41.5)`)
  stepTo(db, 35)
  expect(
    db.prepare('SELECT name, power_price_usd_per_mwh, feeds, energy_usd_per_mwh, water_basin FROM site').get(),
  ).toEqual({
    name: 'Old mill',
    power_price_usd_per_mwh: 41.5,
    feeds: null,
    energy_usd_per_mwh: null,
    water_basin: null,
  })
  const columns = db.prepare(`SELECT name FROM pragma_table_info('site')`).pluck().all()
  // These came with later steps.
  const later = new Set(['queue_project', 'price_node', 'buildable_acres', 'queue_ahead_mw', 'area_years_to_power'])
  expect(columns).toEqual(expect.arrayContaining(FIELD_COLUMNS.filter((column) => !later.has(column))))
  expect(() => db.exec(`UPDATE site SET feeds = 'two'`)).toThrow(/REAL/)
})
