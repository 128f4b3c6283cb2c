import type { HistoryState, HistoryStep } from '../../../shared/contract/history.ts'
import { dropLostSteps, isImportStep, swapImport } from '../data-set/import-step.ts'
import type { Db } from '../db/database.ts'
import { readRevision } from '../db/meta.ts'
import type { CellChange, Entity } from './cell.ts'
import { tickCatalog } from './clock.ts'
import { type ChangeSet, type Committed, commitChanges } from './commit.ts'
import { headsOf } from './heads.ts'

type Stack = 'undo' | 'redo'

/**
 * The state that an op leaves its cell in, by the id of the op that first set it: an op of undo or redo stands for
 * the one it brought back, so that step after step can be taken back.
 */
const STATE = 'coalesce(op.restores, op.id)'

/** Most steps that undo goes back. */
export const MOST_UNDO_STEPS = 100

/** Commits a person's edit as one step of undo; what had been undone before can then no longer be redone. */
export function commitEdit(db: Db, set: Omit<ChangeSet, 'kind'>, nowMs: number): Committed {
  const committed = commitChanges(db, { ...set, kind: 'edit' }, nowMs)
  pushStep(db, committed.changeSet)
  return committed
}

/** Opens a step of undo for a write that keeps what it replaces itself; `pushStep` ends it in the same transaction. */
export function beginStep(db: Db, label: string, author: string, nowMs: number): string {
  const changeSet = tickCatalog(db, nowMs)
  db.prepare(`INSERT INTO change_set (id, label, kind, author) VALUES (?, ?, 'edit', ?)`).run(changeSet, label, author)
  return changeSet
}

/** Makes a change set the next step of undo; what had been undone before can then no longer be redone. */
export function pushStep(db: Db, changeSet: string): void {
  db.prepare(`DELETE FROM undo_step WHERE stack = 'redo'`).run()
  push(db, 'undo', changeSet)
}

/** What undo and redo would do next. */
export function historyState(db: Db): HistoryState {
  return { undoLabel: top(db, 'undo')?.label ?? null, redoLabel: top(db, 'redo')?.label ?? null }
}

/** What a step did, and of what kinds the changed rows are; left out where it may be any. */
export interface StepDone extends HistoryStep {
  readonly changed?: readonly Entity[]
}

/**
 * Takes the last step back (or, with 'redo', the last undo) by new ops that set the former values. A cell that was
 * changed since by anybody is left alone and counted.
 */
export function step(db: Db, stack: Stack, author: string, nowMs: number): StepDone {
  const last = top(db, stack)
  if (!last) return { label: null, skipped: 0, revision: readRevision(db) }
  db.prepare('DELETE FROM undo_step WHERE position = ?').run(last.position)
  if (isImportStep(db, last.changeSet)) {
    const revision = swapImport(db, last.changeSet, stack)
    push(db, stack === 'undo' ? 'redo' : 'undo', last.changeSet)
    return { label: last.label, skipped: 0, revision }
  }
  const { changes, skipped } = inverse(db, last.changeSet)
  if (changes.length === 0) return { label: last.label, skipped, revision: readRevision(db), changed: [] }
  const committed = commitChanges(db, { label: last.label, kind: stack, author, changes }, nowMs)
  push(db, stack === 'undo' ? 'redo' : 'undo', committed.changeSet)
  const changed = [...new Set(changes.map(({ entity }) => entity))]
  return { label: last.label, skipped, revision: committed.revision, changed }
}

function inverse(db: Db, changeSet: string): { changes: CellChange[]; skipped: number } {
  const ops = db
    .prepare(
      // A deck's version is counted at the write door and never goes back.
      `SELECT id, entity, row_id, field, ${STATE} FROM op
       WHERE change_set = ? AND NOT (entity = 'deck' AND field = 'version') ORDER BY id`,
    )
    .raw()
    .all(changeSet) as [string, Entity, string, string, string][]
  const stateOf = db.prepare(`SELECT ${STATE} FROM op WHERE id = ?`).pluck()
  const former = db
    .prepare(
      `SELECT op.value, ${STATE} FROM op_parent JOIN op ON op.id = op_parent.parent
       WHERE op_parent.child = ? ORDER BY op.id DESC LIMIT 1`,
    )
    .raw()
  const changes: CellChange[] = []
  let skipped = 0
  for (const [id, entity, rowId, field, state] of ops) {
    const [head, ...others] = headsOf(db, { entity, rowId, field })
    if (others.length > 0 || stateOf.get(head) !== state) {
      skipped++
      continue
    }
    const [value, restores] = (former.get(id) as [string, string] | undefined) ?? ['null', null]
    changes.push({ entity, rowId, field, value: JSON.parse(value) as unknown, restores })
  }
  return { changes, skipped }
}

function top(db: Db, stack: Stack): { position: number; changeSet: string; label: string } | undefined {
  return db
    .prepare(
      `SELECT position, undo_step.change_set AS changeSet, label FROM undo_step JOIN change_set ON change_set.id = undo_step.change_set
       WHERE stack = ? ORDER BY position DESC LIMIT 1`,
    )
    .get(stack) as { position: number; changeSet: string; label: string } | undefined
}

function push(db: Db, stack: Stack, changeSet: string): void {
  db.prepare('INSERT INTO undo_step (stack, change_set) VALUES (?, ?)').run(stack, changeSet)
  db.prepare(
    `DELETE FROM undo_step WHERE stack = @stack AND position NOT IN
     (SELECT position FROM undo_step WHERE stack = @stack ORDER BY position DESC LIMIT ${MOST_UNDO_STEPS})`,
  ).run({ stack })
  dropLostSteps(db)
}
