import { plainText } from './plain-text.ts'

/**
 * One cell of a CSV file after RFC 4180, with no text that a spreadsheet would take for a formula. Numbers, negative
 * ones too, stay numbers; an unknown value is an empty cell.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = plainText(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its end. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
