import { closeSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../../shared/contract/errors.ts'
import { errorCode } from '../db/storage-error.ts'
import { openMbtiles } from './mbtiles-archive.ts'
import { openPmtiles } from './pmtiles-archive.ts'
import type { TileArchive } from './tile-archive.ts'
import { TileDamage } from './tile-content.ts'

/**
 * Opens a file of map tiles by its content, whatever it is called.
 * @throws AppError with one sentence: not_found where the file is gone, bad_input where it holds no tiles.
 */
export function openArchive(file: string, fileName: string): TileArchive {
  try {
    const head = headOf(file)
    if (head.startsWith('SQLite format 3\0')) return openMbtiles(file, fileName)
    if (head.startsWith('PMTiles')) return openPmtiles(file, fileName)
    // Versions 1 and 2 begin with two letters and the version.
    if (head.startsWith('PM\u0001\0') || head.startsWith('PM\u0002\0'))
      throw new AppError(
        'bad_input',
        `"${fileName}" is a PMTiles file of version ${head.charCodeAt(2)}, and version 3 can be read; convert it with "pmtiles convert" and add it again.`,
      )
    throw new AppError(
      'bad_input',
      `"${fileName}" holds no map tiles; choose an .mbtiles file or a .pmtiles file of version 3.`,
    )
  } catch (error) {
    throw archiveError(error, fileName)
  }
}

/** What went wrong with an archive, as one sentence; an error of our own making comes back as it is. */
export function archiveError(error: unknown, fileName: string): unknown {
  if (error instanceof AppError) return error
  const code = errorCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('not_found', `"${fileName}" is no longer where it was; put it back, or remove it and add it.`)
  if (code === 'EACCES' || code === 'EPERM' || code.startsWith('SQLITE_CANTOPEN'))
    return new AppError('disk', `"${fileName}" may not be read; allow it, or copy the file and add the copy.`)
  if (code === 'EISDIR') return new AppError('bad_input', `"${fileName}" is a folder; choose a file of map tiles.`)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('busy', `"${fileName}" is being written by another program; wait until that has finished.`)
  if (code === 'EIO' || code.startsWith('SQLITE_IOERR'))
    return new AppError('disk', `"${fileName}" could not be read from its disk; check the disk and try again.`)
  if (error instanceof TileDamage || code.startsWith('SQLITE') || error instanceof RangeError)
    return new AppError('bad_input', `"${fileName}" is damaged and cannot be shown; copy or make it again.`)
  return error
}

function headOf(file: string): string {
  const fd = openSync(file, 'r')
  try {
    const head = Buffer.alloc(16)
    return head.toString('latin1', 0, readSync(fd, head, 0, 16, 0))
  } finally {
    closeSync(fd)
  }
}
