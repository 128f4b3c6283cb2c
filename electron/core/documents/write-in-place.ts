import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { AppError } from '../../../shared/contract/errors.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full; free some space and try again.',
  EDQUOT: 'Your share of the disk is used up; free some space and try again.',
  EACCES: 'Switchyard may not write there; choose a folder of your own.',
  EPERM: 'Switchyard may not write there; choose a folder of your own.',
  EROFS: 'The disk is read-only; choose another folder.',
  ENOENT: 'The folder does not exist; create it or choose another.',
  ENOTDIR: 'The folder does not exist; create it or choose another.',
  EISDIR: 'That name is a folder; choose the name of a file in it.',
}

/**
 * Writes a file beside its place and renames it there when it is whole and on the disk, so that whoever looks
 * sees the old file or the new one and never half of one. Nothing is left behind when `write` throws.
 * @throws AppError disk, with a sentence, when the disk refuses; whatever `write` throws.
 */
export async function writeInPlace(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const part = `${file}.${randomUUID().slice(0, 8)}.part`
  let handle: FileHandle | undefined
  try {
    handle = await open(part, 'wx')
    await write(handle)
    await handle.sync()
    await handle.close()
    handle = undefined
    await rename(part, file)
  } catch (error) {
    await handle?.close().catch(() => undefined)
    await rm(part, { force: true }).catch(() => undefined)
    throw diskError(error)
  }
}

/** A disk's refusal as a sentence; any other error as it is. */
export function diskError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  const sentence = typeof code === 'string' ? SENTENCES[code] : undefined
  return sentence === undefined ? error : new AppError('disk', sentence)
}
