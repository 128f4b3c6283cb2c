import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import { backupsOf } from './backup.ts'
import { Database, type Db } from './database.ts'
import { type CatalogLock, lockCatalog } from './lock.ts'
import { APPLICATION_ID, migrate, refuseNewer, schemaVersion } from './migrate.ts'
import { SCHEMA_VERSION } from './migrations/migrations.ts'
import { isNetworkFolder } from './network-folder.ts'
import { setPragmas } from './pragmas.ts'
import { errorCode, isDamage } from './storage-error.ts'

export interface OpenCatalog {
  readonly db: Db
  readonly lock: CatalogLock
}

const SQLITE_MAGIC = 'SQLite format 3\0'

/**
 * Opens a catalog for writing: takes its lock, makes it where there is none, checks it, migrates it.
 * A file that cannot be used is left as it is.
 * @throws AppError 'busy', 'catalog_unusable' or 'disk', in one sentence.
 */
export function openCatalog(catalogFile: string, nowMs: number): OpenCatalog {
  const lock = prepare(catalogFile)
  let db: Db | undefined
  try {
    inspect(catalogFile)
    db = new Database(catalogFile)
    setPragmas(db, 'writer')
    migrate(db, catalogFile, nowMs)
    return { db, lock }
  } catch (error) {
    db?.close()
    lock.release()
    throw openError(error, catalogFile)
  }
}

/** Opens a catalog that `openCatalog` has made or migrated, for reading only. */
export function openReader(catalogFile: string): Db {
  try {
    const db = new Database(catalogFile, { readonly: true, fileMustExist: true })
    setPragmas(db, 'reader')
    return db
  } catch (error) {
    throw openError(error, catalogFile)
  }
}

function prepare(catalogFile: string): CatalogLock {
  try {
    const folder = path.dirname(catalogFile)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (isNetworkFolder(folder))
      throw new AppError(
        'catalog_unusable',
        `The catalog ${catalogFile} lies on a network folder, where edits could be lost; move it to a disk of this computer.`,
      )
    const lock = lockCatalog(catalogFile)
    try {
      // Made here and not by SQLite, so that nobody else may read it; its log files take over the permissions.
      if (!existsSync(catalogFile)) closeSync(openSync(catalogFile, 'a', 0o600))
    } catch (error) {
      lock.release()
      throw error
    }
    return lock
  } catch (error) {
    throw openError(error, catalogFile)
  }
}

/** Looks at an existing file through a connection that cannot write, so that a stranger's file stays untouched. */
function inspect(catalogFile: string): void {
  if (statSync(catalogFile).size === 0) return
  if (!startsWithMagic(catalogFile)) throw damaged(catalogFile, 'is not a Switchyard catalog')
  const db: Db = new Database(catalogFile, { readonly: true, fileMustExist: true })
  try {
    setPragmas(db, 'reader')
    const applicationId = db.pragma('application_id', { simple: true })
    const isEmpty = schemaVersion(db) === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
    if (applicationId !== APPLICATION_ID && !isEmpty)
      throw new AppError(
        'catalog_unusable',
        `${catalogFile} is a database of another program; choose a Switchyard catalog or a new file.`,
      )
    refuseNewer(db, catalogFile, SCHEMA_VERSION)
    const finding = db.pragma('quick_check(1)', { simple: true })
    if (finding !== 'ok') throw damaged(catalogFile, 'is damaged')
  } finally {
    db.close()
  }
}

function startsWithMagic(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(SQLITE_MAGIC.length)
    readSync(handle, bytes, 0, bytes.length, 0)
    return bytes.toString('latin1') === SQLITE_MAGIC
  } finally {
    closeSync(handle)
  }
}

function damaged(catalogFile: string, what: string): AppError {
  const [newest] = backupsOf(catalogFile)
  const way = newest ? `open its newest backup, ${newest}` : 'there is no backup of it, so choose another catalog'
  return new AppError('catalog_unusable', `The catalog ${catalogFile} ${what}; ${way}.`)
}

function openError(error: unknown, catalogFile: string): unknown {
  if (error instanceof AppError) return error
  const code = errorCode(error)
  if (isDamage(code)) return damaged(catalogFile, 'is damaged')
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError(
      'disk',
      `The catalog ${catalogFile} cannot be opened because the disk is full; free some space and try again.`,
    )
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return new AppError(
      'disk',
      `The catalog ${catalogFile} cannot be opened because its disk fails; check the disk and try again.`,
    )
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('E'))
    return new AppError(
      'catalog_unusable',
      `The catalog ${catalogFile} cannot be opened for writing; check that the file and its folder are yours, or choose another catalog.`,
    )
  if (code.startsWith('SQLITE_BUSY'))
    return new AppError(
      'busy',
      `The catalog ${catalogFile} is in use by another program; close that one and try again.`,
    )
  return error
}
