import { formatDate } from './format-date.ts'

/** The month that a decimal year falls in: 2026.5 is "Jul 2026". */
export function decimalYearMonth(year: number): string {
  if (!Number.isFinite(year)) return 'unknown'
  const whole = Math.floor(year)
  const month = Math.min(11, Math.floor((year - whole) * 12 + 1e-9))
  return formatDate(`${whole}-${String(month + 1).padStart(2, '0')}`)
}
