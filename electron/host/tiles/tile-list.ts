import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { AppError } from '../../../shared/contract/errors.ts'
import { DEEPEST_TILE_ZOOM } from '../../../shared/contract/tiles.ts'
import { errorCode } from '../../core/db/storage-error.ts'

const look = {
  id: z.uuid(),
  opacity: z.number().min(0).max(1),
  visible: z.boolean(),
}

const rememberedFile = z.object({
  ...look,
  type: z.literal('file'),
  file: z.string().min(1),
  fileName: z.string(),
  /** True where the file is a copy in the data folder, to be deleted with the source. */
  isOwnCopy: z.boolean(),
  flipped: z.boolean(),
  /** What the file was when it was added or last found whole. */
  stamp: z.object({ sizeBytes: z.number(), changedAtMs: z.number() }),
})

const rememberedTemplate = z.object({
  ...look,
  type: z.literal('online'),
  template: z.string(),
  name: z.string(),
  attribution: z.string(),
  kind: z.enum(['raster', 'vector']),
  maxZoom: z.int().min(0).max(DEEPEST_TILE_ZOOM),
})

const remembered = z.discriminatedUnion('type', [rememberedFile, rememberedTemplate])

export type RememberedFile = z.output<typeof rememberedFile>
export type RememberedTemplate = z.output<typeof rememberedTemplate>
export type Remembered = z.output<typeof remembered>

const FILE_NAME = 'tiles.json'
const MOST_SOURCES = 200

/**
 * The tiles that were added on this machine, in one JSON file apart from the settings, since the page may read those
 * and paths never reach it. Read anew each time: another process, such as the command line, may have changed it.
 */
export class TileList {
  readonly #file: string
  #turn: Promise<unknown> = Promise.resolve()

  constructor(dataFolder: string) {
    this.#file = path.join(dataFolder, FILE_NAME)
  }

  /** In the order of drawing. An entry that cannot be read is left out. */
  read(): Remembered[] {
    let text: string
    try {
      text = readFileSync(this.#file, 'utf8')
    } catch {
      return []
    }
    const list = z.array(z.unknown()).safeParse(parsed(text))
    if (!list.success) return []
    return list.data.flatMap((entry) => {
      const known = remembered.safeParse(entry)
      return known.success ? [known.data] : []
    })
  }

  /** Changes the list as it is on the disk; changes are carried out one after the other. @throws AppError disk */
  change(change: (list: Remembered[]) => Remembered[]): Promise<void> {
    const turn = this.#turn.catch(() => undefined).then(() => this.#write(change(this.read())))
    this.#turn = turn
    return turn
  }

  async #write(list: readonly Remembered[]): Promise<void> {
    if (list.length > MOST_SOURCES)
      throw new AppError('bad_input', `More than ${MOST_SOURCES} tile files cannot be kept; remove some of them first.`)
    const temporary = `${this.#file}.${randomUUID()}.new`
    try {
      const handle = await open(temporary, 'w', 0o600)
      try {
        await handle.writeFile(`${JSON.stringify(list, null, 2)}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, this.#file)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      const why = errorCode(error) === 'ENOSPC' ? 'the disk is full; free some space' : 'check the disk'
      throw new AppError('disk', `The list of tiles could not be saved: ${why} and try again.`)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
