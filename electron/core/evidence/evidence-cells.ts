/** The cells of a piece of evidence in the op log. */
export const EVIDENCE_FIELDS: ReadonlySet<string> = new Set(['site', 'file', 'caption', 'field', '_deleted'])
