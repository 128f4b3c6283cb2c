import type { Db } from '../db/database.ts'
import type { Jobs } from '../jobs.ts'
import type { Entity } from '../oplog/cell.ts'

/** What the command handlers work with. */
export interface WriterContext {
  readonly db: Db
  readonly author: string
  /** The data that ships with the app. */
  readonly referenceFolder: string
  readonly jobs: Jobs
  now(): number
  /** The file behind a grant of the call that is being answered. @throws AppError 'not_found' */
  fileOf(grant: string): { readonly path: string; readonly name: string }
  /** Tells everybody of a committed write, and of what kinds the changed rows are; left out where it may be any. */
  committed(revision: number, changed?: readonly Entity[]): void
}
