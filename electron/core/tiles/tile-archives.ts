import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import { type FileStamp, fileStamp, isSameStamp } from './file-state.ts'
import { archiveError, openArchive } from './open-archive.ts'
import type { ArchiveInfo, TileAddress, TileArchive } from './tile-archive.ts'
import { TILE_CONTENT_TYPES, TileDamage, tileContent } from './tile-content.ts'

/** How an archive is read. */
export interface ArchiveRef {
  readonly file: string
  /** As the user knows it. */
  readonly fileName: string
  /** True where rows are counted from the other edge than the format says. */
  readonly flipped: boolean
}

export interface ArchiveReport {
  readonly info: ArchiveInfo
  readonly stamp: FileStamp
}

/** `broken` is about one tile, `gone` about the whole file; each message is one sentence. */
export type TileAnswer =
  | { readonly type: 'tile'; readonly contentType: string; readonly bytes: Uint8Array }
  | { readonly type: 'absent' }
  | { readonly type: 'broken'; readonly message: string }
  | { readonly type: 'gone'; readonly message: string }

interface Opened {
  readonly archive: TileArchive
  readonly stamp: FileStamp
  checkedAtMs: number
}

/** Open files are few on some systems, and few layers are shown at a time. */
const MOST_OPEN = 24
/** A file is looked at again this long after it was last seen to be there and unchanged. */
const CHECK_AFTER_MS = 300

/** Archives that are opened when they are first asked for, and again when their file was replaced. */
export class TileArchives {
  readonly #opened = new Map<string, Opened>()
  readonly #now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** The archive as it lies there at this moment. @throws AppError where the file is gone or no archive. */
  describe(ref: ArchiveRef): ArchiveReport {
    const known = this.#opened.get(ref.file)
    if (known) known.checkedAtMs = Number.NEGATIVE_INFINITY
    const { archive, stamp } = this.open(ref)
    return { info: archive.info, stamp }
  }

  tile(ref: ArchiveRef, address: TileAddress): TileAnswer {
    let archive: TileArchive
    try {
      archive = this.open(ref).archive
    } catch (error) {
      if (error instanceof AppError) return { type: 'gone', message: error.message }
      throw error
    }
    return readTile(archive, ref, address)
  }

  /** The archive of a file as it lies there now. @throws AppError */
  open({ file, fileName }: ArchiveRef): Opened {
    const known = this.#opened.get(file)
    if (known && this.#now() - known.checkedAtMs < CHECK_AFTER_MS) return known
    const stamp = fileStamp(file)
    if (known && isSameStamp(known.stamp, stamp)) {
      known.checkedAtMs = this.#now()
      // A Map iterates in order of insertion, so the first is the one unused for longest.
      this.#opened.delete(file)
      this.#opened.set(file, known)
      return known
    }
    this.release(file)
    if (!stamp) throw archiveError(Object.assign(new Error('gone'), { code: 'ENOENT' }), fileName)
    const opened = { archive: openArchive(file, fileName), stamp, checkedAtMs: this.#now() }
    this.#opened.set(file, opened)
    if (this.#opened.size > MOST_OPEN) this.release(this.#opened.keys().next().value as string)
    return opened
  }

  /** Lets go of a file, so that it can be moved or deleted. */
  release(file: string): void {
    this.#opened.get(file)?.archive.close()
    this.#opened.delete(file)
  }

  close(): void {
    for (const file of [...this.#opened.keys()]) this.release(file)
  }
}

/** One tile, unpacked, with rows turned over where the user says so. Never throws for what lies in a file. */
export function readTile(
  archive: TileArchive,
  { file, fileName, flipped }: ArchiveRef,
  wanted: TileAddress,
): TileAnswer {
  const { z, x, y } = wanted
  try {
    const stored = archive.read({ z, x, y: flipped ? 2 ** z - 1 - y : y })
    if (!stored) return { type: 'absent' }
    const { type, bytes } = tileContent(stored)
    return { type: 'tile', contentType: TILE_CONTENT_TYPES[type], bytes }
  } catch (error) {
    const name = fileName || path.basename(file)
    if (error instanceof TileDamage)
      return { type: 'broken', message: `The tile ${z}/${x}/${y} of "${name}" ${error.message}.` }
    const known = archiveError(error, name)
    if (known instanceof AppError) return { type: 'broken', message: known.message }
    throw known
  }
}
