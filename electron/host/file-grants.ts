import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { GrantedFile } from '../../shared/contract/app.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { FileResult } from '../../shared/contract/jobs.ts'
import { FileReceipt } from './file-receipt.ts'
import { safeFileName } from './safe-file-name.ts'
import { temporaryFolder } from './temporary-folder.ts'

const MOST_UNFINISHED = 16

interface Granted {
  readonly path: string
  readonly name: string
  /** Made by the app, and so fit to be saved or downloaded. */
  readonly isMade: boolean
}

/** A piece of a file as `files.receive` takes it. */
export interface FilePiece {
  readonly grant?: string | undefined
  readonly name: string
  readonly bytes: Uint8Array
  readonly last: boolean
  /** Made by the page, and so fit to be saved. */
  readonly made?: boolean | undefined
}

/**
 * What the page may name instead of paths: each grant stands for one file that the user chose, that the page handed
 * over, or that the app made. Grants end with the process, and so do all files but those the user chose.
 */
export class FileGrants {
  readonly #granted = new Map<string, Granted>()
  readonly #unfinished = new Map<string, FileReceipt>()
  readonly #folder: string
  readonly #limitBytes: number
  /** Where documents are to be written, each under its grant as its name. */
  readonly outputFolder: string

  /** @param limitBytes the largest file that is taken in; default 2 GB. */
  constructor(parentFolder: string, limitBytes: number = 2 * 1024 ** 3) {
    this.#folder = temporaryFolder(parentFolder)
    this.#limitBytes = limitBytes
    this.outputFolder = path.join(this.#folder, 'made')
    mkdirSync(this.outputFolder, { mode: 0o700 })
    mkdirSync(path.join(this.#folder, 'received'), { mode: 0o700 })
  }

  get limitBytes(): number {
    return this.#limitBytes
  }

  /**
   * Grants a file that the user chose in a dialog, dropped on the app's icon or named on a command line.
   * @throws AppError bad_input where it is not a file that can be read.
   */
  async grantChosen(file: string): Promise<GrantedFile> {
    const name = safeFileName(path.basename(file))
    const info = await stat(file).catch(() => null)
    if (!info?.isFile())
      throw new AppError('bad_input', `"${name}" is not a file that can be read; choose another one.`)
    const grant = randomUUID()
    this.#granted.set(grant, { path: file, name, isMade: false })
    return { grant, name, size: info.size }
  }

  /** Grants a file that a job has written into the output folder. */
  grantMade(result: FileResult): void {
    const file = path.join(this.outputFolder, result.grant)
    this.#granted.set(result.grant, { path: file, name: safeFileName(result.name), isMade: true })
  }

  /** @throws AppError not_found for a grant that is not, or no longer, one of this process. */
  resolve(grant: string): { path: string; name: string } {
    const granted = this.#granted.get(grant)
    if (!granted) throw new AppError('not_found', 'That file is no longer held by Switchyard; choose it again.')
    return { path: granted.path, name: granted.name }
  }

  /**
   * A path that stays good after this process: the user's own file where it was chosen in place, else the received
   * copy, which is moved into `folder` and is from then on the caller's to delete.
   */
  async keep(grant: string, folder: string): Promise<{ path: string; name: string; isMoved: boolean }> {
    const { path: file, name } = this.resolve(grant)
    if (path.dirname(file) !== path.join(this.#folder, 'received')) return { path: file, name, isMoved: false }
    const kept = path.join(folder, randomUUID())
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Received files lie in the same data folder, so a rename moves them whole.
    await rename(file, kept)
    this.#granted.set(grant, { path: kept, name, isMade: false })
    return { path: kept, name, isMoved: true }
  }

  /** As `resolve`, for files the app made alone: a chosen file is never handed back out. */
  resolveMade(grant: string): { path: string; name: string } {
    const granted = this.#granted.get(grant)
    if (!granted?.isMade)
      throw new AppError('not_found', 'That document is no longer held by Switchyard; make it again.')
    return { path: granted.path, name: granted.name }
  }

  /** Begins to take in a file; its grant is good once it has been finished. */
  begin(name: string): { grant: string; receipt: FileReceipt } {
    if (this.#unfinished.size >= MOST_UNFINISHED)
      throw new AppError('busy', 'Too many files are being taken in at once; wait for one of them and try again.')
    const grant = randomUUID()
    const receipt = new FileReceipt(
      path.join(this.#folder, 'received', randomUUID()),
      safeFileName(name),
      this.#limitBytes,
    )
    this.#unfinished.set(grant, receipt)
    return { grant, receipt }
  }

  async finish(grant: string, isMade = false): Promise<GrantedFile> {
    const receipt = this.#receiving(grant)
    await receipt.finish()
    this.#unfinished.delete(grant)
    this.#granted.set(grant, { path: receipt.path, name: receipt.name, isMade })
    return { grant, name: receipt.name, size: receipt.size }
  }

  async abandon(grant: string): Promise<void> {
    const receipt = this.#unfinished.get(grant)
    this.#unfinished.delete(grant)
    await receipt?.abandon()
  }

  /** Takes one piece of a file in; a file that cannot be taken in is given up as a whole. */
  async receive({ grant, name, bytes, last, made = false }: FilePiece): Promise<GrantedFile> {
    const current = grant ?? this.begin(name).grant
    const receipt = this.#receiving(current)
    try {
      await receipt.write(bytes)
      return last ? await this.finish(current, made) : { grant: current, name: receipt.name, size: receipt.size }
    } catch (error) {
      await this.abandon(current)
      throw error
    }
  }

  /** The text with every granted path taken out, for the log. */
  hidePaths(text: string): string {
    let hidden = text.replaceAll(this.#folder, '…')
    for (const { path: file, isMade } of this.#granted.values()) if (!isMade) hidden = hidden.replaceAll(file, '…')
    return hidden
  }

  /** Deletes every file that was taken in or made. */
  async close(): Promise<void> {
    await Promise.all([...this.#unfinished.keys()].map((grant) => this.abandon(grant)))
    this.#granted.clear()
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  #receiving(grant: string): FileReceipt {
    const receipt = this.#unfinished.get(grant)
    if (!receipt) throw new AppError('not_found', 'That file is not being taken in; choose it again.')
    return receipt
  }
}
