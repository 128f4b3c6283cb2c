import type { DecimalMark } from './decimal-mark.ts'

export interface Measure {
  readonly value: number
  /** What stands before or behind the number, without spaces: "MW", "$/kWh"; empty for a bare number. */
  readonly unit: string
}

const NUMBER = /^(?<before>[^\d+.,-]*)(?<number>[+-]?[\d.,'\u00a0\u202f ]*\d[\d.,]*(?:[eE][+-]?\d+)?)(?<behind>.*)$/s
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * Reads a number as people write it, with its unit where they do: "1,234.5", "1.234,5 kW", "$38.50", "4.2 ¢/kWh".
 * @returns null where it is not one number; a thousands mark that does not stand before three digits is refused.
 */
export function readMeasure(text: string, mark: DecimalMark): Measure | null {
  const { before = '', number = '', behind = '' } = NUMBER.exec(text.trim())?.groups ?? {}
  if (number === '' || /\d/.test(before) || /\d/.test(behind.replace(/[a-z]2$/i, ''))) return null
  const plain = plainNumber(number.trim(), mark)
  if (plain === null) return null
  const prefix = before.trim()
  if (prefix !== '' && !/^(US)?\$|USD|~|¢$/.test(prefix)) return null
  const unit = behind.replace(/\s+/g, '')
  return { value: plain, unit: prefix.includes('$') && unit.startsWith('/') ? `$${unit}` : unit }
}

function plainNumber(text: string, mark: DecimalMark): number | null {
  const [decimal, thousands] = mark === 'comma' ? [',', '.'] : ['.', ',']
  const [whole = '', ...fractions] = text.replace(/[ '\u00a0\u202f](?=\d{3}(\D|$))/g, thousands).split(decimal)
  if (fractions.length > 1) return null
  const groups = whole.split(thousands)
  if (groups.slice(1).some((group) => !/^\d{3}$/.test(group))) return null
  if (groups.length > 1 && !/^[+-]?\d{1,3}$/.test(groups[0] ?? '')) return null
  const plain = [groups.join(''), ...fractions].join('.')
  if (!PLAIN.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}
