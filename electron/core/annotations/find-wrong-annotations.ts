import type { Db } from '../db/database.ts'
import { annotationState } from './annotation-state.ts'
import { groupState } from './materialise-group.ts'

/** How many annotations and drawing layers stand in the catalog otherwise than their ops leave them, or are missing. */
export function findWrongAnnotations(db: Db): number {
  return (
    wrong(db, 'annotation', 'SELECT content, is_gone FROM annotation WHERE id = ?', (id) => {
      const state = annotationState(db, id)
      return state && [JSON.stringify(state.annotation), state.isGone ? 1 : 0]
    }) +
    wrong(db, 'annotationGroup', 'SELECT content FROM annotation_group WHERE id = ?', (id) => {
      const group = groupState(db, id)
      return group && [JSON.stringify(group)]
    })
  )
}

function wrong(
  db: Db,
  entity: 'annotation' | 'annotationGroup',
  readRow: string,
  dueRow: (id: string) => unknown[] | null,
): number {
  const table = entity === 'annotation' ? 'annotation' : 'annotation_group'
  const ids = db
    .prepare(`SELECT row_id FROM op WHERE entity = ? UNION SELECT id FROM ${table}`)
    .pluck()
    .all(entity) as string[]
  const row = db.prepare(readRow).raw()
  return ids.filter((id) => JSON.stringify(row.get(id) ?? null) !== JSON.stringify(dueRow(id))).length
}
