import { DELETED_FIELD } from '../oplog/is-deleted.ts'

/** The cell that holds a ruler whole: weights mean something only together. */
export const DEFINITION_FIELD = 'definition'

export function isRulerField(field: string): boolean {
  return field === DEFINITION_FIELD || field === DELETED_FIELD
}
