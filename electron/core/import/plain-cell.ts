const APOSTROPHE = 39

/**
 * The text that a spreadsheet cell means. Exports put an apostrophe before a text that a spreadsheet would take
 * for a formula (OWASP, CSV injection); it is not part of the text.
 */
export function plainCell(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
