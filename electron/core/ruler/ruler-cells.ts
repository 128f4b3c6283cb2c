/** The cell that holds a ruler whole: weights mean something only together. */
export const DEFINITION_FIELD = 'definition'

export const DELETED_FIELD = '_deleted'

export function isRulerField(field: string): boolean {
  return field === DEFINITION_FIELD || field === DELETED_FIELD
}
