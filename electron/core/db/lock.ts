import { closeSync, openSync } from 'node:fs'
import { AppError } from '../../../shared/contract/errors.ts'
import { Database, type Db } from './database.ts'
import { errorCode } from './storage-error.ts'

export interface CatalogLock {
  release(): void
}

/**
 * Keeps a catalog for one process. The lock is an exclusive transaction on a second, empty database beside it:
 * the operating system frees it when the process dies, however it dies, which a lock file would not do.
 * @throws AppError 'busy' when another process holds it.
 */
export function lockCatalog(catalogFile: string): CatalogLock {
  const file = `${catalogFile}.lock`
  closeSync(openSync(file, 'a', 0o600))
  const db: Db = new Database(file, { timeout: 0 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    // No journal file: one left behind by a killed process would have to be rolled back by the next.
    db.pragma('journal_mode = OFF')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (!errorCode(error).startsWith('SQLITE_BUSY')) throw error
    throw new AppError(
      'busy',
      `The catalog ${catalogFile} is open in another Switchyard; close that one or choose another catalog.`,
    )
  }
  return {
    release() {
      if (db.inTransaction) db.exec('ROLLBACK')
      db.close()
    },
  }
}
