import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** What stands behind a second feed, what a power price is made of, water, and a rent that a tenant has offered. */
export const supply0035: Migration = {
  version: 35,
  name: 'supply',
  up(db: Db) {
    const numbers = [
      'feeds',
      'feed_mw',
      'transformers',
      'transformer_mva',
      'energy_usd_per_mwh',
      'basis_usd_per_mwh',
      'capacity_usd_per_mw_day',
      'transmission_usd_per_kw_year',
      'demand_usd_per_kw_month',
      'riders_usd_per_mwh',
      'power_tax_percent',
      'minimum_bill_percent',
      'exit_fee_years',
      'lease_offer_usd_per_kw_month',
    ]
    for (const column of numbers) db.exec(`ALTER TABLE site ADD COLUMN ${column} REAL`)
    for (const column of ['water_basin', 'lease_offer_type']) db.exec(`ALTER TABLE site ADD COLUMN ${column} TEXT`)
  },
}
