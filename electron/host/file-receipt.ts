import { type FileHandle, open, rm } from 'node:fs/promises'
import { AppError } from '../../shared/contract/errors.ts'

/** A file that arrives piece by piece. Pieces are written in the order in which `write` was called. */
export class FileReceipt {
  readonly path: string
  readonly name: string
  readonly #limitBytes: number
  #size = 0
  #handle: Promise<FileHandle>
  #turn: Promise<unknown> = Promise.resolve()

  constructor(path: string, name: string, limitBytes: number) {
    this.path = path
    this.name = name
    this.#limitBytes = limitBytes
    this.#handle = open(path, 'wx', 0o600)
    this.#handle.catch(() => undefined)
  }

  /** Bytes taken so far. */
  get size(): number {
    return this.#size
  }

  /** @throws AppError bad_input past the size limit, disk when the piece cannot be written; the file is then gone. */
  write(bytes: Uint8Array): Promise<void> {
    return this.#next(async () => {
      if (this.#size + bytes.byteLength > this.#limitBytes)
        throw new AppError(
          'bad_input',
          `"${this.name}" is larger than ${formatSize(this.#limitBytes)}, the most that can be read; split it and try again.`,
        )
      const handle = await this.#handle
      for (let at = 0; at < bytes.byteLength; ) at += (await handle.write(bytes, at)).bytesWritten
      this.#size += bytes.byteLength
    })
  }

  /** Closes the file; it is complete from here on. */
  finish(): Promise<void> {
    return this.#next(async () => (await this.#handle).close())
  }

  /** Closes and deletes what has come. */
  async abandon(): Promise<void> {
    await this.#turn.catch(() => undefined)
    await this.#handle.then((handle) => handle.close()).catch(() => undefined)
    await rm(this.path, { force: true })
  }

  #next(step: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(step).catch((error: unknown) => {
      throw error instanceof AppError
        ? error
        : new AppError(
            'disk',
            `"${this.name}" could not be taken in; check the free space of the disk and choose the file again.`,
          )
    })
    this.#turn = turn
    turn.catch(() => undefined)
    return turn
  }
}

function formatSize(bytes: number): string {
  const gigabytes = bytes / 1024 ** 3
  return gigabytes >= 1 ? `${Number(gigabytes.toFixed(1))} GB` : `${Number((bytes / 1024 ** 2).toFixed(2))} MB`
}
