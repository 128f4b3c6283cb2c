import { Database, type Db } from '../../electron/core/db/database.ts'
import { MIGRATIONS } from '../../electron/core/db/migrations/migrations.ts'

/** An empty database in memory, migrated up to a version and no further. */
export function migratedTo(version: number): Db {
  const db = new Database(':memory:')
  stepTo(db, version)
  return db
}

/** Takes the one step to a version. */
export function stepTo(db: Db, version: number): void {
  for (const step of MIGRATIONS)
    if (step.version <= version && step.version > (db.pragma('user_version', { simple: true }) as number)) {
      step.up(db)
      db.pragma(`user_version = ${step.version}`)
    }
}
