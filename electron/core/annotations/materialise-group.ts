import { type AnnotationGroup, annotationGroup } from '../../../shared/contract/annotations.ts'
import type { Db } from '../db/database.ts'
import { readRowState } from '../oplog/row-state.ts'
import { isGroupPart } from './group-cells.ts'

/** What a drawing layer is when it is made. */
export type GroupContent = Pick<AnnotationGroup, 'name' | 'order' | 'isLocked' | 'isHidden'>

/** Writes a drawing layer's row from its heads; a removed one has none. */
export function materialiseGroup(db: Db, groupId: string): void {
  const group = groupState(db, groupId)
  if (group === null) {
    db.prepare('DELETE FROM annotation_group WHERE id = ?').run(groupId)
    return
  }
  db.prepare(
    `INSERT INTO annotation_group (id, sort, content) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, content = excluded.content`,
  ).run(groupId, group.order, JSON.stringify(group))
}

/** A drawing layer as its ops leave it; null where it is removed, or is none that this version follows. */
export function groupState(db: Db, groupId: string): AnnotationGroup | null {
  const state = readRowState(db, 'annotationGroup', groupId, isGroupPart)
  if (state === null || state.isGone) return null
  const { name, order, isLocked, isHidden } = state.values
  const parsed = annotationGroup.safeParse({
    groupId,
    name,
    order,
    isLocked,
    isHidden,
    author: state.author,
    createdAt: state.createdAt,
  })
  return parsed.success ? parsed.data : null
}
