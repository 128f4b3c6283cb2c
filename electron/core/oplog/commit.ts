import type { Db } from '../db/database.ts'
import { nextRevision } from '../db/meta.ts'
import { withDeckVersions } from '../deck/deck-cells.ts'
import { type CellChange, isKnownCell } from './cell.ts'
import { openClock } from './clock.ts'
import { headsOf } from './heads.ts'
import { materialise } from './materialise.ts'

export interface ChangeSet {
  readonly label: string
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly author: string
  readonly changes: readonly CellChange[]
}

export interface Committed {
  readonly changeSet: string
  readonly revision: number
}

/**
 * The one way into the op log: writes the ops, their parents and heads, and what follows from them. The caller
 * holds the transaction, so that what belongs to the change (the undo stack) is committed with it.
 */
export function commitChanges(db: Db, set: ChangeSet, nowMs: number): Committed {
  if (!db.inTransaction) throw new Error('A change is committed inside a transaction.')
  const clock = openClock(db, nowMs)
  const changeSet = clock.tick()
  db.prepare('INSERT INTO change_set (id, label, kind, author) VALUES (?, ?, ?, ?)').run(
    changeSet,
    set.label,
    set.kind,
    set.author,
  )
  const addOp = db.prepare(
    'INSERT INTO op (id, entity, row_id, field, value, author, change_set, restores) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const addParent = db.prepare('INSERT INTO op_parent (child, parent) VALUES (?, ?)')
  const dropHeads = db.prepare('DELETE FROM head WHERE entity = ? AND row_id = ? AND field = ?')
  const addHead = db.prepare('INSERT INTO head (entity, row_id, field, op) VALUES (?, ?, ?, ?)')
  const changes = withDeckVersions(set.changes)
  for (const change of changes) {
    if (!isKnownCell(change)) throw new Error(`The catalog has no field ${change.field} of ${change.entity}.`)
    const { entity, rowId, field } = change
    const id = clock.tick()
    const parents = headsOf(db, change)
    addOp.run(id, entity, rowId, field, JSON.stringify(change.value), set.author, changeSet, change.restores ?? null)
    for (const parent of parents) addParent.run(id, parent)
    dropHeads.run(entity, rowId, field)
    addHead.run(entity, rowId, field, id)
  }
  clock.keep()
  const revision = nextRevision(db)
  materialise(db, changes, revision)
  return { changeSet, revision }
}
