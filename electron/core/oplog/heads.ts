import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Cell } from './cell.ts'

/** Ids of a cell's heads, largest first. */
export function headsOf(db: Db, cell: Cell): string[] {
  return prepared(db, 'SELECT op FROM head WHERE entity = ? AND row_id = ? AND field = ? ORDER BY op DESC')
    .pluck()
    .all(cell.entity, cell.rowId, cell.field) as string[]
}

/** Recomputes a cell's heads from the log: its ops that are nobody's parent. */
export function recomputeHeads(db: Db, cell: Cell): void {
  const at = [cell.entity, cell.rowId, cell.field]
  db.prepare('DELETE FROM head WHERE entity = ? AND row_id = ? AND field = ?').run(at)
  db.prepare(
    `INSERT INTO head (entity, row_id, field, op)
     SELECT entity, row_id, field, id FROM op WHERE entity = ? AND row_id = ? AND field = ?
     AND NOT EXISTS (SELECT 1 FROM op_parent WHERE parent = op.id)`,
  ).run(at)
}
