import type { WireError } from '../../../shared/contract/errors.ts'
import type { ArchiveTest } from './test-archive.ts'
import type { TileAddress } from './tile-archive.ts'
import type { ArchiveRef, ArchiveReport, TileAnswer } from './tile-archives.ts'
import type { PackTile } from './write-pack.ts'

/** What a tile worker is asked. */
export type TileTask =
  | { readonly type: 'describe'; readonly ref: ArchiveRef }
  | { readonly type: 'tile'; readonly ref: ArchiveRef; readonly address: TileAddress }
  | { readonly type: 'test'; readonly ref: ArchiveRef }
  | { readonly type: 'release'; readonly file: string }
  | {
      readonly type: 'pack'
      readonly file: string
      readonly metadata: Readonly<Record<string, string>>
      readonly tiles: readonly PackTile[]
    }

/** What a task is answered with. */
export interface TileTaskResults {
  readonly describe: ArchiveReport
  readonly tile: TileAnswer
  readonly test: ArchiveTest
  readonly release: null
  readonly pack: null
}

export interface ToTileWorker {
  readonly id: number
  readonly task: TileTask
}

export type FromTileWorker =
  | { readonly id: number; readonly ok: true; readonly value: TileTaskResults[TileTask['type']] }
  /** `internal` is the log's. */
  | { readonly id: number; readonly ok: false; readonly error: WireError | null; readonly internal: string }
