import type { Db } from '../database.ts'

/** One step of the schema. A released step is never changed; a new one is added. */
export interface Migration {
  /** `user_version` after the step; it only goes up, usually by ten. */
  readonly version: number
  readonly name: string
  up(db: Db): void
}
