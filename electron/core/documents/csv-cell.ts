/**
 * One cell of a CSV file after RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it (OWASP, CSV injection), and so does one that already begins like that, so that reading it back loses
 * nothing. Numbers, negative ones too, stay numbers; an unknown value is an empty cell.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its end. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
