import { DELETED_FIELD } from '../oplog/is-deleted.ts'

/** The cell that holds a mapping whole, with its name: its columns mean something only together. */
export const DEFINITION_FIELD = 'definition'

export function isMappingField(field: string): boolean {
  return field === DEFINITION_FIELD || field === DELETED_FIELD
}
