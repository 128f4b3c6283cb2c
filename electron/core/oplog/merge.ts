import type { Db } from '../db/database.ts'
import { nextRevision } from '../db/meta.ts'
import { type Cell, isKnownCell } from './cell.ts'
import { observe } from './clock.ts'
import { recomputeHeads } from './heads.ts'
import { materialise } from './materialise.ts'

/** One op as it travels between catalogs, with the ops it replaced and the change set it belongs to. */
export interface OpLogEntry {
  readonly id: string
  readonly entity: string
  readonly rowId: string
  readonly field: string
  /** JSON text. */
  readonly value: string
  readonly author: string
  readonly restores: string | null
  readonly parents: readonly string[]
  readonly changeSet: { readonly id: string; readonly label: string; readonly kind: 'edit' | 'undo' | 'redo' }
}

/** All ops of a catalog, oldest first. */
export function readOps(db: Db): OpLogEntry[] {
  const rows = db
    .prepare(
      `SELECT op.id, op.entity, op.row_id AS rowId, op.field, op.value, op.author, op.restores,
         op.change_set AS changeSet, change_set.label, change_set.kind,
         (SELECT json_group_array(parent) FROM op_parent WHERE child = op.id) AS parents
       FROM op JOIN change_set ON change_set.id = op.change_set ORDER BY op.id`,
    )
    .all() as (Omit<OpLogEntry, 'parents' | 'changeSet'> & {
    parents: string
    changeSet: string
    label: string
    kind: 'edit' | 'undo' | 'redo'
  })[]
  return rows.map(({ parents, changeSet, label, kind, ...op }) => ({
    ...op,
    parents: JSON.parse(parents) as string[],
    changeSet: { id: changeSet, label, kind },
  }))
}

/**
 * Takes another catalog's ops in: the union of both logs, in whatever order and however often logs are merged. No
 * op is ever dropped; one on a field that this version does not know is kept for the version that does.
 * @returns how many ops were new.
 */
export function mergeOps(db: Db, ops: readonly OpLogEntry[]): number {
  return db
    .transaction(() => {
      const touched = new Map<string, Cell>()
      let added = 0
      for (const op of ops) {
        if (!addOp(db, op)) continue
        added++
        observe(db, op.id)
        const cell = { entity: op.entity, rowId: op.rowId, field: op.field } as Cell
        touched.set(JSON.stringify(cell), cell)
      }
      if (added === 0) return 0
      for (const cell of touched.values()) recomputeHeads(db, cell)
      materialise(db, [...touched.values()].filter(isKnownCell), nextRevision(db))
      return added
    })
    .immediate()
}

function addOp(db: Db, op: OpLogEntry): boolean {
  const { changeSet } = op
  db.prepare('INSERT INTO change_set (id, label, kind, author) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    changeSet.id,
    changeSet.label,
    changeSet.kind,
    op.author,
  )
  const { changes } = db
    .prepare(
      `INSERT INTO op (id, entity, row_id, field, value, author, change_set, restores)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(op.id, op.entity, op.rowId, op.field, op.value, op.author, changeSet.id, op.restores)
  if (changes === 0) return false
  const addParent = db.prepare('INSERT INTO op_parent (child, parent) VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (const parent of op.parents) addParent.run(op.id, parent)
  return true
}
