/**
 * A text as a cell of a spreadsheet. One that would be taken for a formula gets an apostrophe before it (OWASP, CSV
 * injection), and so does one that already begins like that, so that reading it back loses nothing.
 */
export function plainText(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
