import type { Db } from '../db/database.ts'
import { VERSION_FIELD } from './deck-cells.ts'

/** One op of a deck, with the ops that its author had seen of the cell. */
export interface DeckOp {
  readonly id: string
  readonly field: string
  readonly value: unknown
  readonly author: string
  readonly changeSet: string
  readonly parents: readonly string[]
  /** The op that first said what this one says; undo and redo bring a state back by an op of their own. */
  readonly state: string
}

/** Every op of a deck, oldest first: an op is later than all that its author had seen. */
export function readDeckOps(db: Db, deckId: string): DeckOp[] {
  const rows = db
    .prepare(
      `SELECT id, field, value, author, change_set,
         (SELECT json_group_array(parent) FROM op_parent WHERE child = op.id), coalesce(restores, id)
       FROM op WHERE entity = 'deck' AND row_id = ? ORDER BY id`,
    )
    .raw()
    .all(deckId) as [string, string, string, string, string, string, string][]
  return rows.map(([id, field, value, author, changeSet, parents, state]) => ({
    id,
    field,
    value: JSON.parse(value) as unknown,
    author,
    changeSet,
    parents: JSON.parse(parents) as string[],
    state,
  }))
}

/**
 * The number of each version by the id of its op: one more than the highest of the versions that its author had seen.
 * It stays what it is, whatever is merged in later; two people who had not seen each other's may give the same number.
 */
export function versionNumbers(ops: readonly DeckOp[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { id, field, parents } of ops)
    if (field === VERSION_FIELD) numbers.set(id, 1 + Math.max(0, ...parents.map((parent) => numbers.get(parent) ?? 0)))
  return numbers
}

/** The ops that a version is made of: its own and those of all versions that its author had seen. */
export function opsOfVersion(ops: readonly DeckOp[], versionOp: string): DeckOp[] {
  const byId = new Map(ops.map((op) => [op.id, op]))
  const changeSets = new Set<string>()
  const open = [versionOp]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const op = byId.get(id)
    if (op === undefined || changeSets.has(op.changeSet)) continue
    changeSets.add(op.changeSet)
    open.push(...op.parents)
  }
  return ops.filter((op) => changeSets.has(op.changeSet))
}
