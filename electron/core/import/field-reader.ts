import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { checkSiteValue, parseSiteValue, type ValueCheck } from '../../../shared/domain/site/site-value.ts'
import { decimalNumber } from './decimal-number.ts'
import { plainCell } from './plain-cell.ts'

/** Reads one cell, which is not empty, as the value of one field. */
export type FieldReader = (cell: string) => ValueCheck

const PRINTABLE = 33
const APOSTROPHE = 39

/**
 * The reader of a field's cells. Made once a column: a table has millions of cells, and what their field is would be
 * looked up for each.
 */
export function fieldReader(key: SiteFieldKey, hasDecimalComma: boolean): FieldReader {
  const { type, options, maxLength = 200 } = siteField(key)
  if (type === 'number') return numberReader(key, hasDecimalComma)
  if (options) return optionReader(key, options)
  if (type === 'position') return (cell) => readText(key, cell)
  return (cell) => (isAsItStands(cell, maxLength) ? { ok: true, value: cell } : readText(key, cell))
}

function numberReader(key: SiteFieldKey, hasDecimalComma: boolean): FieldReader {
  const { min = -Infinity, max = Infinity } = siteField(key)
  return (cell) => {
    const text = plainCell(cell)
    const number = decimalNumber(text, hasDecimalComma)
    if (number !== null && number >= min && number <= max) return { ok: true, value: number }
    if (text.trim() === '') return { ok: true, value: null }
    return number === null ? notANumber(text) : checkSiteValue(key, number)
  }
}

/** Categories have a handful of spellings in a table of any length, so each is read once. */
function optionReader(key: SiteFieldKey, options: readonly string[]): FieldReader {
  const known = new Map<string, ValueCheck>(options.map((option) => [option, { ok: true, value: option }]))
  return (cell) => {
    const read = known.get(cell)
    if (read) return read
    const text = plainCell(cell)
    return parseSiteValue(key, options.includes(text.trim()) ? text : optionText(text, options))
  }
}

/** What was escaped is a text to the last character; a bare cell's outer spaces are the typist's. */
function readText(key: SiteFieldKey, cell: string): ValueCheck {
  const text = plainCell(cell)
  return text === cell ? parseSiteValue(key, text) : checkSiteValue(key, text)
}

/** True where there is nothing to trim, to unescape or to refuse; most cells are so. */
function isAsItStands(cell: string, maxLength: number): boolean {
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  return (
    cell.length <= maxLength &&
    first >= PRINTABLE &&
    first < 127 &&
    first !== APOSTROPHE &&
    last >= PRINTABLE &&
    last < 127
  )
}

/** "Powered land" for powered_land; a text that is no option stays as it is, to be named in the refusal. */
function optionText(text: string, options: readonly string[]): string {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return options.find((option) => option.toLowerCase() === key) ?? text
}

export function notANumber(text: string): { ok: false; reason: string } {
  const trimmed = text.trim()
  return { ok: false, reason: `"${trimmed.length > 40 ? `${trimmed.slice(0, 40)}…` : trimmed}" is not a number` }
}
