const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** A partial date as a decimal year, from its beginning: 2027 is 2027.0, 2027-07 is 2027.5; null for any other text. */
export function decimalYear(date: string | null): number | null {
  const match = date === null ? null : PARTIAL_DATE.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return year + (month - 1) / 12 + (day - 1) / 365
}
