/** What an op on an entity's deleted cell says: which ops its author had seen. */
export interface Deletion {
  readonly saw: readonly string[]
}

/**
 * The heads of an entity, newest first. The state is the op that first set what the head says: undo and redo bring a
 * state back by an op of their own, which no deleter can have seen.
 */
type Head = readonly [field: string, op: string, value: string, author: string, state: string]

/** The cell that says that an entity was deleted. */
export const DELETED_FIELD = '_deleted'

/** Whether an entity is gone. One that was changed by somebody whom its deleter had not heard of stays. */
export function isDeleted(heads: readonly Head[], isContent: (field: string) => boolean): boolean {
  const deletions = heads
    .filter(([field]) => field === DELETED_FIELD)
    .map(([, , value]) => JSON.parse(value) as Deletion | null)
  const [latest] = deletions
  if (!latest) return false
  const seen = new Set(deletions.flatMap((deletion) => deletion?.saw ?? []))
  return heads.every(([field, op, , , state]) => !isContent(field) || seen.has(op) || seen.has(state))
}
