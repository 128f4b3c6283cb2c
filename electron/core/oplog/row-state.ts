import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Entity } from './cell.ts'
import { clockTimeMs } from './clock.ts'
import { isConflict } from './conflicts.ts'
import { DELETED_FIELD, isDeleted } from './is-deleted.ts'

/** The cell that holds all that a row said when it was made; one op makes a row, however much it says. */
export const CREATED_FIELD = 'created'

/** What the op on a part's cell says; null takes the part back to what it was when the row was made. */
export interface PartValue {
  readonly value: unknown
}

export interface PartVersion {
  readonly value: unknown
  readonly author: string
  readonly op: string
}

/** A row that was made by one op and changed part by part, as its heads leave it. */
export interface RowState {
  /** What was said when it was made, with every part that was changed since. */
  readonly values: Readonly<Record<string, unknown>>
  /** Of each part that people changed without having seen each other's change, what they said, the one shown first. */
  readonly conflicts: ReadonlyMap<string, readonly PartVersion[]>
  /** Removed, or its making undone, and nobody changed it who had not heard of that. */
  readonly isGone: boolean
  /** The op that made it first. */
  readonly madeBy: string
  readonly author: string
  readonly createdAt: number
  readonly changedBy: string
  readonly changedAt: number
}

type HeadRow = [field: string, op: string, value: string, author: string, state: string]

/** Null where the log has no op that made the row. */
export function readRowState(
  db: Db,
  entity: Entity,
  rowId: string,
  isPart: (field: string) => boolean,
): RowState | null {
  const all = prepared(
    db,
    `SELECT head.field, op.id, op.value, op.author, coalesce(op.restores, op.id) FROM head JOIN op ON op.id = head.op
     WHERE head.entity = ? AND head.row_id = ? ORDER BY op.id DESC`,
  )
    .raw()
    .all(entity, rowId) as HeadRow[]
  // A newer version's part is kept in the log and shown by that version.
  const heads = all.filter(([field]) => field === CREATED_FIELD || field === DELETED_FIELD || isPart(field))
  const content = heads.filter(([field]) => field !== DELETED_FIELD)
  const makings = makingOps(db, entity, rowId)
  const [making] = makings
  const [last] = content
  if (!making || !last) return null
  const values = { ...(JSON.parse(making.value) as Record<string, unknown>) }
  const conflicts = new Map<string, PartVersion[]>()
  for (const part of new Set(content.flatMap(([field]) => (field === CREATED_FIELD ? [] : [field])))) {
    const versions = content.flatMap(([field, op, text, author]) => {
      if (field !== part) return []
      const said = JSON.parse(text) as PartValue | null
      return [{ value: said === null ? values[part] : said.value, author, op, isSaid: said !== null }]
    })
    // What somebody says counts for more than what another took back.
    const shown = versions.find(({ isSaid }) => isSaid) ?? versions[0]
    if (isConflict(versions.map(({ value }) => JSON.stringify(value ?? null))))
      conflicts.set(
        part,
        [shown, ...versions.filter((each) => each !== shown)].flatMap((each) =>
          each ? [{ value: each.value, author: each.author, op: each.op }] : [],
        ),
      )
    if (shown) values[part] = shown.value
  }
  const first = makings.at(-1) ?? making
  return {
    values,
    conflicts,
    isGone: content.every(([, , value]) => value === 'null') || isDeleted(heads, (field) => field !== DELETED_FIELD),
    madeBy: first.op,
    author: first.author,
    createdAt: clockTimeMs(first.op),
    changedBy: last[3],
    changedAt: clockTimeMs(last[1]),
  }
}

/** The ops that made a row, newest first: several where its making was undone and redone. */
function makingOps(db: Db, entity: Entity, rowId: string): { op: string; value: string; author: string }[] {
  return prepared(
    db,
    `SELECT id AS op, value, author FROM op
     WHERE entity = ? AND row_id = ? AND field = '${CREATED_FIELD}' AND value <> 'null' ORDER BY id DESC`,
  ).all(entity, rowId) as { op: string; value: string; author: string }[]
}

/** What removing a row must say: every op of it that the remover has seen. */
export function seenOps(db: Db, entity: Entity, rowId: string): string[] {
  return prepared(db, `SELECT op FROM head WHERE entity = ? AND row_id = ? AND field <> '${DELETED_FIELD}' ORDER BY op`)
    .pluck()
    .all(entity, rowId) as string[]
}
