/** What an op on an entity's deleted cell says: which ops its author had seen. */
export interface Deletion {
  readonly saw: readonly string[]
}

/** The heads of an entity, newest first: field, op, and its value as JSON. */
type Head = readonly [field: string, op: string, value: string, ...rest: unknown[]]

const DELETED = '_deleted'

/** Whether an entity is gone. One that was changed by somebody whom its deleter had not heard of stays. */
export function isDeleted(heads: readonly Head[], isContent: (field: string) => boolean): boolean {
  const deletions = heads
    .filter(([field]) => field === DELETED)
    .map(([, , value]) => JSON.parse(value) as Deletion | null)
  const [latest] = deletions
  if (!latest) return false
  const seen = new Set(deletions.flatMap((deletion) => deletion?.saw ?? []))
  return heads.every(([field, op]) => !isContent(field) || seen.has(op))
}
