import { DELETED_FIELD } from '../oplog/is-deleted.ts'
import { CREATED_FIELD } from '../oplog/row-state.ts'

/** What can be changed of a drawing layer, each a cell of its own. */
export const GROUP_PARTS = ['name', 'order', 'isLocked', 'isHidden'] as const

export function isGroupPart(field: string): boolean {
  return GROUP_PARTS.some((part) => part === field)
}

export function isGroupField(field: string): boolean {
  return field === CREATED_FIELD || field === DELETED_FIELD || isGroupPart(field)
}
