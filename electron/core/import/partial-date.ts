const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date as ISO 8601 with month and day where they are given: 2026, 2026-07, 2026-07-01. Reads ISO, the
 * American 7/1/2026 and "July 2026"; null for anything else, and for a day that no calendar has.
 */
export function partialDate(text: string): string | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T.*)?$/.exec(trimmed)
  if (iso) return isoDate(iso[1], iso[2], iso[3])
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed)
  if (american) return isoDate(american[3], american[1], american[2])
  const named = /^([A-Za-z]{3,9})\.? (?:(\d{1,2}), )?(\d{4})$/.exec(trimmed)
  if (!named) return null
  const month = MONTHS.indexOf((named[1] ?? '').slice(0, 3).toLowerCase())
  return month < 0 ? null : isoDate(named[3], String(month + 1), named[2])
}

function isoDate(year = '', month?: string, day?: string): string | null {
  if (month === undefined) return year
  const isoMonth = month.padStart(2, '0')
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return `${year}-${isoMonth}`
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return null
  return `${year}-${isoMonth}-${day.padStart(2, '0')}`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
