import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** What the queues say of the place of a site: what stands ahead of it, and how long requests there have taken. */
export const queueOfArea0171: Migration = {
  version: 171,
  name: 'queue of the area',
  up(db: Db) {
    db.exec(`
      ALTER TABLE site ADD COLUMN queue_ahead_mw REAL;
      ALTER TABLE site ADD COLUMN area_years_to_power REAL;
    `)
  },
}
