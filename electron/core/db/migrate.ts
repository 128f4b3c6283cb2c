import { AppError } from '../../../shared/contract/errors.ts'
import { backUp } from './backup.ts'
import type { Db } from './database.ts'
import type { Migration } from './migrations/migration.ts'
import { MIGRATIONS } from './migrations/migrations.ts'

/** Marks a SQLite file as a Switchyard catalog: "SWYD". */
export const APPLICATION_ID = 0x53575944

/** The schema version of an open database; 0 for an empty one. */
export function schemaVersion(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Brings a catalog to the newest schema, one transaction a step, after a backup if it holds anything.
 * @throws Error when a step leaves a reference to nothing; that step is then undone.
 */
export function migrate(
  db: Db,
  catalogFile: string,
  nowMs: number,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const from = schemaVersion(db)
  const steps = migrations.filter((step) => step.version > from)
  if (steps.length === 0) return
  if (from > 0) backUp(db, catalogFile, nowMs)
  for (const step of steps) runStep(db, step)
}

function runStep(db: Db, step: Migration): void {
  db.transaction(() => {
    step.up(db)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${step.version}`)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new Error(`Migration ${step.version} (${step.name}) leaves ${broken.length} references to nothing.`)
  }).immediate()
}

/** @throws AppError 'catalog_unusable' for a catalog that a newer Switchyard has written. */
export function refuseNewer(db: Db, catalogFile: string, newest: number): void {
  const version = schemaVersion(db)
  if (version > newest)
    throw new AppError(
      'catalog_unusable',
      `The catalog ${catalogFile} was written by a newer Switchyard (schema ${version}, this one knows ${newest}); install the newer version to open it.`,
    )
}
