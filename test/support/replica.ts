import { Database, type Db } from '../../electron/core/db/database.ts'
import { migrate } from '../../electron/core/db/migrate.ts'

/** An empty catalog in memory, as one of several machines that exchange their ops. */
export function memoryCatalog(): Db {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, ':memory:', 0)
  return db
}
