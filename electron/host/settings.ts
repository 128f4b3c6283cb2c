import { existsSync, readFileSync, renameSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Settings, settings as settingsSchema } from '../../shared/contract/app.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { Log } from './log.ts'

const MOST_BYTES = 256 * 1024

/** The user's remembered choices in one JSON file, which is at every moment either the old one or the new one. */
export class SettingsFile {
  readonly #file: string
  readonly #log: Log
  #values: Settings
  #writing: Promise<void> = Promise.resolve()

  constructor(folder: string, log: Log) {
    this.#file = path.join(folder, 'settings.json')
    this.#log = log
    this.#values = this.#load()
  }

  read(): Settings {
    return this.#values
  }

  /**
   * Merges `patch` into the remembered values and waits until they lie on the disk.
   * @throws AppError bad_input when they grow past 256 KB, disk when they cannot be written.
   */
  write(patch: Settings): Promise<void> {
    const merged: Settings = { ...this.#values, ...patch }
    const text = `${JSON.stringify(merged, null, 2)}\n`
    if (Buffer.byteLength(text) > MOST_BYTES)
      return Promise.reject(
        new AppError('bad_input', 'The settings would grow past 256 KB and were not saved; remove some of them first.'),
      )
    this.#values = merged
    const turn = this.#writing.catch(() => undefined).then(() => this.#replaceFile(text))
    this.#writing = turn
    return turn
  }

  async #replaceFile(text: string): Promise<void> {
    // Another process, such as a command on the command line, may be saving at the same time.
    const temporary = `${this.#file}.${process.pid}.new`
    try {
      const handle = await open(temporary, 'w', 0o600)
      try {
        await handle.writeFile(text)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, this.#file)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      this.#log.error('The settings were not saved.', error)
      throw new AppError('disk', 'The settings could not be saved; check the free space of the disk and try again.')
    }
  }

  #load(): Settings {
    if (!existsSync(this.#file)) return {}
    try {
      return settingsSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
    } catch {
      const kept = `${this.#file}.broken`
      try {
        renameSync(this.#file, kept)
        this.#log.warn('The settings file could not be read; it is kept as settings.json.broken and defaults apply.')
      } catch {
        this.#log.warn('The settings file could not be read, so defaults apply.')
      }
      return {}
    }
  }
}
