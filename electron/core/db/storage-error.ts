import { AppError } from '../../../shared/contract/errors.ts'

/**
 * Turns an error of SQLite or of the file system into one that a user can act on; anything else comes back as it is.
 * `what` names what did not happen, as in "The edit".
 */
export function storageError(error: unknown, what: string): unknown {
  if (error instanceof AppError) return error
  const code = errorCode(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk', `${what} was not saved because the disk is full; free some space and try again.`)
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return new AppError('disk', `${what} was not saved because the disk could not be written; check it and try again.`)
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new AppError('disk', `${what} was not saved because the catalog may not be written; allow it and try again.`)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError(
      'busy',
      `${what} was not saved because another program holds the catalog; try again in a moment.`,
    )
  if (isDamage(code))
    return new AppError(
      'catalog_unusable',
      `${what} was not saved because the catalog is damaged; close Switchyard and open its newest backup.`,
    )
  return error
}

/** The same for an error that stopped a read. */
export function readError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = errorCode(error)
  if (isDamage(code))
    return new AppError('catalog_unusable', 'The catalog is damaged; close Switchyard and open its newest backup.')
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO')
    return new AppError('disk', 'The catalog could not be read from its disk; check the disk and try again.')
  return error
}

/** True for the codes by which SQLite says that a file is not a whole database. */
export function isDamage(code: string): boolean {
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}
