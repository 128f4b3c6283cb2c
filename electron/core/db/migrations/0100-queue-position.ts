import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** A site may name the request of an interconnection queue that is its own. */
export const queuePosition0100: Migration = {
  version: 100,
  name: 'queue position',
  up(db: Db) {
    db.exec('ALTER TABLE site ADD COLUMN queue_project TEXT')
  },
}
