import { DELETED_FIELD } from '../oplog/is-deleted.ts'
import { CREATED_FIELD } from '../oplog/row-state.ts'

export function isThreadPart(field: string): boolean {
  return field === 'isResolved'
}

/** A thread has nothing to remove: it is there as long as a comment stands in it. */
export function isThreadField(field: string): boolean {
  return field === CREATED_FIELD || isThreadPart(field)
}

export function isCommentPart(field: string): boolean {
  return field === 'text'
}

export function isCommentField(field: string): boolean {
  return field === CREATED_FIELD || field === DELETED_FIELD || isCommentPart(field)
}
